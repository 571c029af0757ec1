//! Times as one says them to an assistant or types them into a field: phrases on their own and requests, read with a time of
//! day. What is asked looks to the future, and what has two ends is one value.

mod marked;

use marked::check;
use onrecord::Moment;

#[test]
fn phrases_on_a_tuesday_before_dawn() {
    #[rustfmt::skip]
    let cases = [
        "[two days from today=2013-02-14]",
        "[in 3 weeks=2013-03-05]",
        "[three Tuesdays from now=2013-03-05]",
        "the [Thursday after next=2013-02-21]",
        "[the last Sunday of March 2014=2014-03-30]",
        "[second Monday of January 2015=2015-01-12]",
        "[quarter to noon=2013-02-12T11:45]",
        "[half past two pm=2013-02-12T14:30]",
        "[eight thirty in the evening=2013-02-12T20:30]",
        "[August 15th 2014 at 6pm=2014-08-15T18]",
        "[the first week of November=2013-W45]",
        "[the 3rd quarter of 2018=2018-Q3]",
        "[the end of February=2013-02-21/2013-02-28]",
        "[mid April 2014=2014-04-11/2014-04-20]",
        "[the beginning of next month=2013-03-01/2013-03-10]",
        "[late tonight=2013-02-12TNI]",
        "[this evening at 7=2013-02-12T19]",
        "[early Sunday morning=2013-02-17TMO]",
        "[Wed 13 Feb 2013=2013-02-13]",
        "[2013-11-05=2013-11-05]",
        "[11/5/2013=2013-11-05]",
        "[November 5-9=2013-11-05/2013-11-09]",
        "[from the 5th to the 9th of November=2013-11-05/2013-11-09]",
        "until [the end of the year=2013]",
        "He left on [Monday=2013-02-11].",
        "He will leave on [Monday=2013-02-18].",
        "resigned on [February 5=2013-02-05]",
        "by [next Friday=2013-02-22]",
        "[after 2020=2020]",
        "since [Monday=2013-02-11]",
        "[within 2 hours=2013-02-12T04:30:00/2013-02-12T06:30:00]",
        "[in half an hour=2013-02-12T05:00]",
        "[an hour and a half ago=2013-02-12T03:00]",
        "[twenty minutes ago=2013-02-12T04:10]",
        "[a year from Christmas=2014-12-25]",
        "[the day after Christmas=2013-12-26]",
        "[the day before New Year's Day=2013-12-31]",
        "[day before yesterday=2013-02-10]",
        "[next 3 days=2013-02-13/2013-02-15]",
        "[this quarter=2013-Q1]",
        "[next quarter=2013-Q2]",
        "last season of peace",
        "[two weekends from now=2013-W09-WE]",
        "[last weekend=2013-W06-WE]",
        "[Easter Monday 2014=2014-04-21]",
        "[Thanksgiving 2015=2015-11-26]",
        "[the 1960s=196]",
        "[21 Jan. 2012=2012-01-21]",
        "[Monday, Feb 18=2013-02-18]",
        "the ides of [March=2013-03]",
        "[5 minutes after 3pm=2013-02-12T15:05]",
        "[noon tomorrow=2013-02-13T12]",
        "[Q4 2015=2015-Q4]",
        "[fall of 2014=2014-FA]",
        "[the summer=2013-SU]",
        "[every Wednesday=XXXX-WXX-3]",
        "[every other Friday=XXXX-WXX-5]",
        "[three times a month=P1M]",
    ];
    check(Moment { at: jiff::civil::date(2013, 2, 12).at(4, 30, 0, 0), timed: true }, &cases);
}

#[test]
fn requests_on_a_monday_afternoon() {
    #[rustfmt::skip]
    let cases = [
        "I'll be out [from tomorrow to Thursday=2016-11-08/2016-11-09]",
        "Schedule a meeting for [next Wednesday at 4pm=2016-11-16T16]",
        "I went there [last month=2016-10]",
        "She has been gone for [three weeks=P3W]",
        "Set an alarm [in two hours=2016-11-07T18:12]",
        "Let's meet [on the 3rd of December=2016-12-03]",
        "Remind me [every day at 8am=T08]",
        "I'll return in [the second week of January=2017-W02]",
        "What did I do [between 2pm and 4pm yesterday=2016-11-06T14/2016-11-06T16]",
        "We leave on [Friday night=2016-11-11TNI]",
        "Book it [for 3 days starting from November 20=2016-11-20/2016-11-22]",
        "I worked [from 2010 to 2014=2010/2013-12-31]",
        "I'll go back on [the last day of this month=2016-11-30]",
        "He arrives [in fifteen minutes=2016-11-07T16:27]",
        "The offer is valid until [December 5th=2016-12-05]",
        "Show me mails sent after [June 2016=2016-06]",
        "It happened [3 years and 2 months ago=2013-09-07]",
        "I'll be away the [whole week=P1W]",
        "Let us go at [lunchtime tomorrow=2016-11-08TMI]",
        "The deadline is [11/30/2016 23:59=2016-11-30T23:59]",
        "I need a break of [two and a half hours=PT2.5H]",
        "The party is on [New Year's Eve at 10 pm=2016-12-31T22]",
        "I'll see you [a week from today=2016-11-14]",
        "She may come",
        "He will march on",
        "It was second to none",
    ];
    check(Moment { at: jiff::civil::date(2016, 11, 7).at(16, 12, 0, 0), timed: true }, &cases);
}
