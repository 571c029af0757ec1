//! Calendar units: a day, a week, a season … that a time expression can denote, with their TIMEX3 values.
//!
//! Everything the layer resolves ends as a [`Slot`]: one unit of one [`Grain`] that begins at a certain moment. From
//! that follow its end, its neighbours and how TIMEX3 writes it. All arithmetic is done by `jiff`.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::{Span, ToSpan};

/// A sort of calendar unit, the small ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grain {
    Second,
    Minute,
    Hour,
    Part(Part),
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A part of day, by TIMEX3's codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Daytime,
}

impl Part {
    const ALL: [(Self, &'static str, i8, i64); 6] = [
        (Self::Morning, "MO", 6, 6),
        (Self::Midday, "MI", 11, 2),
        (Self::Afternoon, "AF", 12, 6),
        (Self::Evening, "EV", 18, 6),
        (Self::Night, "NI", 20, 8),
        (Self::Daytime, "DT", 8, 10),
    ];

    pub(crate) fn named(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|row| row.1 == code).map(|row| row.0)
    }

    fn row(self) -> (Self, &'static str, i8, i64) {
        Self::ALL[self as usize]
    }

    pub(crate) fn code(self) -> &'static str {
        self.row().1
    }

    /// Whether an hour up to twelve is meant as one after noon.
    pub(crate) fn after_noon(self) -> bool {
        matches!(self, Self::Afternoon | Self::Evening | Self::Night)
    }
}

impl Grain {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "month" => Self::Month,
            "season" => Self::Season,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// The name by which the data calls it; parts of day have none.
    pub(crate) fn name(self) -> Option<&'static str> {
        let all = [
            "second", "minute", "hour", "day", "weekend", "week", "month", "season", "quarter", "half",
            "year", "decade", "century",
        ];
        all.into_iter().find(|name| Self::named(name) == Some(self))
    }

    /// `n` of the unit as an amount that `jiff` can add, or `None` if it is out of all bounds.
    pub(crate) fn times(self, n: i64) -> Option<Span> {
        let zero = Span::new();
        match self {
            Self::Second => zero.try_seconds(n),
            Self::Minute => zero.try_minutes(n),
            Self::Hour => zero.try_hours(n),
            Self::Part(_) | Self::Day => zero.try_days(n),
            Self::Weekend | Self::Week => zero.try_weeks(n),
            Self::Month => zero.try_months(n),
            Self::Quarter => zero.try_months(n.checked_mul(3)?),
            Self::Half => zero.try_months(n.checked_mul(6)?),
            Self::Season | Self::Year => zero.try_years(n),
            Self::Decade => zero.try_years(n.checked_mul(10)?),
            Self::Century => zero.try_years(n.checked_mul(100)?),
        }
        .ok()
    }
}

/// One calendar unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) start: DateTime,
    pub(crate) grain: Grain,
}

impl Slot {
    pub(crate) fn new(start: DateTime, grain: Grain) -> Self {
        Self { start, grain }
    }

    /// The day of that date, or `None` if there is no such date.
    pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = Date::new(year, month, day).ok()?;
        Some(Self::new(date.to_datetime(Time::midnight()), Grain::Day))
    }

    pub(crate) fn month(year: i16, month: i8) -> Option<Self> {
        Some(Self { grain: Grain::Month, ..Self::day(year, month, 1)? })
    }

    pub(crate) fn year(year: i16) -> Option<Self> {
        Some(Self { grain: Grain::Year, ..Self::day(year, 1, 1)? })
    }

    /// Week `week` of `year` as ISO 8601 counts them.
    pub(crate) fn week(year: i16, week: i8) -> Option<Self> {
        let date = jiff::civil::ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
        Some(Self::new(date.to_datetime(Time::midnight()), Grain::Week))
    }

    /// The season that begins in `year`: 1 spring to 4 winter, from the first of March, June, September, December.
    pub(crate) fn season(year: i16, season: i8) -> Option<Self> {
        Some(Self { grain: Grain::Season, ..Self::month(year, season.checked_mul(3)?)? })
    }

    /// The unit of `grain` in which `moment` lies.
    pub(crate) fn holding(moment: DateTime, grain: Grain) -> Option<Self> {
        let day = moment.date();
        let midnight = |date: Date| date.to_datetime(Time::midnight());
        let first = |month: i8| Date::new(day.year(), month, 1).ok().map(midnight);
        let multiple = |of: i16| Date::new(day.year() - day.year().rem_euclid(of), 1, 1).ok().map(midnight);
        let monday = || {
            let back = i64::from(day.weekday().to_monday_zero_offset());
            day.checked_sub(back.days()).ok().map(midnight)
        };
        let start = match grain {
            Grain::Second => moment.with().subsec_nanosecond(0).build().ok()?,
            Grain::Minute => moment.with().second(0).subsec_nanosecond(0).build().ok()?,
            Grain::Hour => moment.with().minute(0).second(0).subsec_nanosecond(0).build().ok()?,
            Grain::Part(part) => midnight(day).checked_add(i64::from(part.row().2).hours()).ok()?,
            Grain::Day => midnight(day),
            Grain::Week => monday()?,
            Grain::Weekend => monday()?.checked_add(5.days()).ok()?,
            Grain::Month => first(day.month())?,
            Grain::Quarter => first(day.month() - (day.month() - 1) % 3)?,
            Grain::Half => first(day.month() - (day.month() - 1) % 6)?,
            Grain::Season => match day.month() {
                1 | 2 => Self::season(day.year() - 1, 4)?.start,
                month => first(month - month % 3)?,
            },
            Grain::Year => first(1)?,
            Grain::Decade => multiple(10)?,
            Grain::Century => multiple(100)?,
        };
        Some(Self { start, grain })
    }

    /// First moment after it.
    pub(crate) fn end(self) -> Option<DateTime> {
        let length = match self.grain {
            Grain::Season => 3.months(),
            Grain::Weekend => 2.days(),
            Grain::Part(part) => part.row().3.hours(),
            grain => grain.times(1)?,
        };
        self.start.checked_add(length).ok()
    }

    /// The slot `n` units later, or earlier.
    pub(crate) fn later(self, n: i64) -> Option<Self> {
        let start = self.start.checked_add(self.grain.times(n)?).ok()?;
        Some(Self { start, ..self })
    }

    /// The same moment moved by `span`, as a unit of `grain`.
    pub(crate) fn moved(moment: DateTime, span: Span, grain: Grain) -> Option<Self> {
        Self::holding(moment.checked_add(span).ok()?, grain)
    }

    /// The TIMEX3 value.
    pub(crate) fn value(self) -> String {
        let (date, time) = (self.start.date(), self.start.time());
        let year = date.year();
        let week = date.iso_week_date();
        let clock = format!("{date}T{:02}", time.hour());
        match self.grain {
            Grain::Second => format!("{clock}:{:02}:{:02}", time.minute(), time.second()),
            Grain::Minute => format!("{clock}:{:02}", time.minute()),
            Grain::Hour => clock,
            Grain::Part(part) => format!("{date}T{}", part.code()),
            Grain::Day => date.to_string(),
            Grain::Week => format!("{:04}-W{:02}", week.year(), week.week()),
            Grain::Weekend => format!("{:04}-W{:02}-WE", week.year(), week.week()),
            Grain::Month => format!("{year:04}-{:02}", date.month()),
            Grain::Season => {
                let code =
                    ["SP", "SU", "FA", "WI"][usize::from(date.month().unsigned_abs() / 3).clamp(1, 4) - 1];
                format!("{year:04}-{code}")
            }
            Grain::Quarter => format!("{year:04}-Q{}", (date.month() + 2) / 3),
            Grain::Half => format!("{year:04}-H{}", (date.month() + 5) / 6),
            // The year before the first is 1 BC.
            Grain::Year if year < 1 => format!("BC{:04}", 1 - year),
            Grain::Year => format!("{year:04}"),
            Grain::Decade if year < 1 => format!("BC{:03}", (1 - year) / 10),
            Grain::Decade => format!("{:03}", year / 10),
            Grain::Century if year < 1 => format!("BC{:02}", (1 - year) / 100),
            Grain::Century => format!("{:02}", year / 100),
        }
    }

    /// Whether it is smaller than a day.
    pub(crate) fn is_clock(self) -> bool {
        self.grain < Grain::Day
    }
}
