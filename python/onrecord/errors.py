"""What can go wrong."""


class OnRecordError(Exception):
    """Any error of onrecord."""


class InputError(OnRecordError, ValueError):
    """A document that cannot be read; ``id`` says which."""

    def __init__(self, problem: str, id: str | None = None) -> None:
        super().__init__(problem if id is None else f"{id}: {problem}")
        self.problem = problem
        self.id = id

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str | None]]:
        return InputError, (self.problem, self.id)
