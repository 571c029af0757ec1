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

#[test]
fn business_paper_of_a_thursday_in_october() {
    #[rustfmt::skip]
    let cases = [
        "Wall Street's recovery from the [Oct. 13=1989-10-13] plunge is far from complete, analysts said [yesterday=1989-10-25].",
        "The company said [third-quarter=1989-Q3] net income fell 20%, to $45 million, or 80 cents a share, from $56 million, or $1 a share, [a year ago=1988].",
        "Sales in [the quarter=1989-Q3] rose 7% to $1.2 billion from $1.12 billion.",
        "In [the first nine months=P9M], profit rose.",
        "In New York Stock Exchange composite trading, the shares fell 50 cents to $34.25 [yesterday=1989-10-25].",
        "The Treasury plans to sell $10 billion of [three-year=P3Y] notes [Nov. 7=1989-11-07] and $9.5 billion of [10-year=P10Y] notes on [Nov. 8=1989-11-08].",
        "The [30-year=P30Y] bellwether bond, which was priced [late Tuesday=1989-10-24], fell.",
        "Terms weren't disclosed. The sale is expected to close by [year end=1989].",
        "Since [the beginning of the year=1989], the dollar has risen 10%.",
        "So far [this month=1989-10], 200 people have died.",
        "For the first time [this year=1989], imports fell in [August=1989-08].",
        "[August=1989-08]'s trade deficit was the widest since [December=1988-12].",
        "The rise followed a 0.5% drop in [July=1989-07] and a 1% gain in [June=1989-06].",
        "In [September 1988=1988-09], the rate was 5.4%.",
        "The index stood at 110.2, up from 108.9 [a month earlier=1989-09] and 104.5 [a year earlier=1988].",
        "The forecast for [the next 12 months=P12M] is bleak.",
        "He served two terms, from [1977=1977] to [1985=1985].",
        "[Last week=1989-W42]'s earthquake; [Tuesday=1989-10-24]'s meeting; [yesterday=1989-10-25]'s decline; [today=1989-10-26]'s vote.",
        "The quake hit at [5:04 p.m. PDT Oct. 17=1989-10-17T17:04] and lasted [15 seconds=PT15S].",
        "Most of the damage came within [minutes=PTXM].",
        "The bridge will be closed for [at least two months=P2M], perhaps until [next year=1990].",
        "He has led the firm for [the past 10 years=P10Y], and before that spent [seven years=P7Y] at IBM.",
        "The plan was adopted in [1986=1986] after [three years=P3Y] of debate.",
        "The new model goes on sale [next fall=1990-FA]; the [current=PRESENT_REF] one was introduced in [1985=1985].",
        "The drug could be on the market by [1991=1991] or [early 1992=1992].",
        "It filed for bankruptcy protection on [Sept. 25, 1987=1987-09-25], and emerged [a year later=1988].",
        "In a telephone interview [Tuesday night=1989-10-24TNI], Mr. Lee said he quit [Oct. 20=1989-10-20].",
        "The board will meet [Nov. 15-16=1989-11-15/1989-11-16] to vote.",
        "The agency was formed in [the 1930s=193], during the Depression.",
        "[Thirty years ago=1959], few would have dreamed of it.",
        "It is the first such increase in [nearly three years=P3Y].",
        "Prices rose at a 4.5% [annual=P1Y] rate in [the quarter=1989-Q3].",
        "The company will pay a [quarterly=P1Q] dividend of 25 cents a share [Dec. 1=1989-12-01] to holders of record [Nov. 10=1989-11-10].",
        "The merger talks broke off [last Thursday=1989-10-19] after [six weeks=P6W].",
        "For [fiscal 1989=1989], the deficit was $152 billion, and for [fiscal 1990=1990] it is projected at $110 billion.",
        "The Fed is expected to ease in [the weeks ahead=FUTURE_REF].",
        "Between [1980=1980] and [1988=1988], employment doubled.",
        "He is due back in court [Friday=1989-10-27].",
        "The hearing was postponed until [Nov. 3=1989-11-03].",
        "The offer expires [Nov. 22=1989-11-22] unless extended.",
        "The yield on [six-month=P6M] bills was 7.55%.",
        "By [late afternoon=1989-10-26TAF], the Dow was down 40 points.",
        "In Tokyo [Thursday=1989-10-26], the Nikkei index fell.",
        "[A decade from now=199], he says, we will know.",
        "He'd been there only since [last Monday=1989-10-23].",
        "It won't be until [the mid-1990s=199] that it pays off.",
    ];
    check(day(1989, 10, 26), &cases);
}

#[test]
fn broadcast_of_a_thursday() {
    #[rustfmt::skip]
    let cases = [
        "In [the last twenty four hours=PT24H], the value of the market has fallen by twelve percent.",
        "In Singapore, stocks hit a [five year=P5Y] low; in the Philippines, a [four year=P4Y] low.",
        "It is [the nineteen nineties=199] [now=PRESENT_REF], and in [nineteen ninety eight=1998] we vote.",
        "The president says he'll balance the budget [three years=P3Y] early.",
        "That was back in [the nineteen eighties=198].",
        "[This weekend=1998-W02-WE], the weather will turn cold; by [early next week=1998-W03] it will snow.",
        "The storm is [two days old=P2D].",
        "He was convicted [six months ago today=1997-07-08].",
        "For [fifteen years=P15Y] he has lived here; [fifteen years from now=2013] he'll be gone.",
        "The last time the Pope visited was [nineteen seventy nine=1979].",
        "The pope arrives in Cuba in [thirteen days=1998-01-21]; his visit ends [January 25th=1998-01-25].",
        "On [January the twenty-first=1998-01-21], the Pope arrives.",
        "[Tomorrow=1998-01-09] is [Friday=1998-01-09].",
        "Since [the first of the year=1998-01-01], forty people have died.",
        "[A year and a half ago=1996-07-08], he was unknown.",
        "[Eight hours=PT8H] [a day=P1D], he works.",
        "[Two thousand years ago=BC0003], the Romans came.",
        "The trial begins [a week from today=1998-01-15]. The election is [less than a month=P1M] away.",
        "Until [this morning=1998-01-08TMO], nobody knew. As of [last night=1998-01-07TNI], nobody did.",
        "The year was [1945=1945]. The date was [June 6=1945-06-06].",
        "In just [three days=P3D], forty have died.",
        "[Every year=P1Y] at [this time=PRESENT_REF], they come. Every [now=PRESENT_REF] and then, they come.",
        "He plays golf once or [twice a week=P1W].",
        "He has been president for [a year=P1Y] [now=PRESENT_REF].",
        "The New York Times reported [Sunday=1998-01-04].",
        "It ran in [Sunday=1998-01-04]'s New York Times.",
    ];
    check(day(1998, 1, 8), &cases);
}

#[test]
fn the_tense_of_the_next_sentence_and_ranges_of_a_friday() {
    #[rustfmt::skip]
    let cases = [
        "Police arrested 12 people on [July 15=2025-07-15]. Courts will decide.",
        "\"They arrested him on [July 15=2025-07-15].\" \"Courts will decide.\"",
        "They meet on [July 25=2025-07-25] and will decide.",
        "They met from [20 to 22 February 2024=2024-02-20/2024-02-22].",
        "They met between [3 and 5 March=2025-03-03/2025-03-05].",
        "They met from [3 March=2025-03-03] to [5 April=2025-04-05].",
        "the [2009=2009]-[2013=2013] plan",
        "call 555-2009-2013",
        "between 1900-2000 km",
        "29 February [2023=2023]",
        "[29 February 2024=2024-02-29]",
    ];
    check(day(2025, 7, 18), &cases);
}
