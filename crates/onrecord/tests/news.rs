//! Times as the news tells them: tables of sentences with the value of every expression, read on the day of the report.

mod marked;

use marked::check;
use onrecord::Moment;

/// The day of a report.
fn day(year: i16, month: i8, day: i8) -> Moment {
    Moment { at: jiff::civil::date(year, month, day).at(0, 0, 0, 0), timed: false }
}

#[test]
fn business_news_of_a_thursday() {
    #[rustfmt::skip]
    let cases = [
        "The company said [Tuesday=1989-10-31] that profit fell.",
        "The bank reported a loss [last week=1989-W43].",
        "Sales fell from [a year earlier=1988].",
        "In [the third quarter=1989-Q3], profit rose.",
        "In [fiscal 1989=1989], it lost money.",
        "It was dated [Nov. 2, 1989=1989-11-02], a spokesman said.",
        "Shares rose over [the past two months=P2M].",
        "It [currently=PRESENT_REF] employs 200.",
        "[Now=PRESENT_REF] it wants more.",
        "Sales will rise [this year=1989].",
        "The yield on the [10-year=P10Y] note fell.",
        "A [30-day=P30D] period applies.",
        "The [daily=P1D] report is out.",
        "Exports grew in [the 1980s=198].",
        "The deal was announced at [10:30 a.m. EST Tuesday=1989-10-31T10:30].",
        "Prices fell over [the weekend=1989-W43-WE].",
        "[A year ago=1988], it lost money.",
        "[Last month=1989-10], it cut jobs.",
        "The move took [two years=P2Y].",
        "He will arrive [Friday=1989-11-03].",
        "He arrived on [Friday=1989-10-27].",
        "The talks will be held on [Monday=1989-11-06].",
        "[The year-earlier quarter=1988] was weak.",
        "For [the nine months=P9M] ended [Sept. 30=1989-09-30], net rose.",
        "In [recent years=PAST_REF], sales grew.",
        "It expects to close the deal by [year-end=1989].",
        "The vote is set for [Dec. 5=1989-12-05].",
        "[Yesterday=1989-11-01]'s session was calm.",
        "[This week=1989-W44]'s meeting is off.",
        "[Earlier this year=1989] he resigned.",
        "The index fell [late Tuesday=1989-10-31].",
        "The dispute is due in court in [March=1990-03].",
        "[Almost two decades=P2DE] of war ended.",
        "He served for [more than 20 years=P20Y].",
        "Over [the next five years=P5Y], it will spend.",
        "It pumps two million barrels [a day=P1D].",
        "In [the first nine months of 1989=P9M], sales rose.",
        "[The first quarter of next year=1990-Q1] will be weak.",
        "He is [45 years old=P45Y].",
        "In [the quarter=1989-Q3], orders fell.",
        "Over [the past year=P1Y], rates rose.",
        "It met three times in [the last three weeks=P3W].",
        "A [six-month=P6M] study began in [June=1989-06].",
    ];
    check(day(1989, 11, 2), &cases);
}

#[test]
fn world_news_of_a_saturday() {
    #[rustfmt::skip]
    let cases = [
        "The plant opened in [early 1998=1998].",
        "He came on [Wednesday=1998-02-25] and left [the next day=1998-02-26].",
        "He was shot on [Jan. 30=1998-01-30] and died [the same day=1998-01-30].",
        "He was shot on [Jan. 30=1998-01-30]; [two days later=1998-02-01] he was buried.",
        "The president arrives [Monday=1998-03-02].",
        "The show opens on [May 3=1998-05-03].",
        "Mohamed spoke on [Sunday=1998-02-22].",
        "The coalition is [50 years old=P50Y].",
        "It was [Feb. 28=1998-02-28].",
        "Inspectors returned [earlier this week=1998-W09].",
        "They met [Friday night=1998-02-27TNI].",
        "Elections are planned for [the end of the year=1998].",
        "[Today=1998-02-28] the court ruled.",
        "Iraq has refused for [several months=PXM].",
        "The bomb went off at [3 p.m.=1998-02-28T15]",
        "The Winter Olympics drew crowds.",
        "Prime Minister May said nothing.",
        "He paid 2000 dollars under Rule 2016.",
    ];
    check(day(1998, 2, 28), &cases);
}
