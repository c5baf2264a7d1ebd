//! The search language of payments: words, and terms such as `status:paid price:>1000 -is:test`.

use bootpay_core::model::{Method, Pg};

use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::folding::folded;
use crate::domain::money::Money;
use crate::domain::payment::standing::Standing;

/// The names of terms.
const NAMES: [&str; 10] = ["status", "method", "pg", "price", "order", "is", "has", "webhook", "after", "before"];

/// What a term asks of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// Text in its names, ids or buyer.
    Word(String),
    Standing(Standing),
    Status(i64),
    Method(Method),
    Pg(Pg),
    /// From and to, both included.
    Price(Money, Money),
    Order(String),
    Test,
    Live,
    /// A charge of a billing key.
    Recurring,
    HasFault,
    HasFinding,
    HasRefund,
    Webhook(Told),
    After(Moment),
    Before(Moment),
}

/// What became of a payment's webhooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Acknowledged,
    Failed,
    Pending,
}

/// A term with its sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) term: Term,
    /// False where it began with a minus.
    pub(crate) holds: bool,
    /// As it was written.
    pub(crate) text: String,
}

/// A term that nobody understands, with the nearest one that exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unknown {
    pub(crate) text: String,
    pub(crate) nearest: Option<String>,
}

/// A search as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Search {
    pub(crate) wanted: Vec<Wanted>,
    pub(crate) unknown: Vec<Unknown>,
}

impl Search {
    /// Reads what was typed; `now` is the emulator's time, for `today` and `-1h`.
    pub(crate) fn read(text: &str, now: Moment) -> Self {
        let mut search = Self::default();
        for word in words(&folded(text)) {
            let (holds, bare) = match word.text.strip_prefix(['-', '!']) {
                Some(rest) if !rest.is_empty() && !word.quoted => (false, rest),
                _ => (true, word.text.as_str()),
            };
            let term = match bare.split_once(':') {
                Some((name, value))
                    if !word.quoted && !value.is_empty() && is_name(name) && !value.starts_with("//") =>
                {
                    term(&name.to_ascii_lowercase(), value, now)
                }
                _ => Ok(Term::Word(bare.to_owned())),
            };
            match term {
                Ok(term) => search.wanted.push(Wanted { term, holds, text: word.written }),
                Err(nearest) => search.unknown.push(Unknown { text: word.written, nearest }),
            }
        }
        search
    }

    /// The only id that was typed, where nothing else was: of a receipt or an order.
    pub(crate) fn lone_word(&self) -> Option<&str> {
        match (&self.wanted[..], &self.unknown[..]) {
            ([Wanted { term: Term::Word(word), holds: true, .. }], []) => Some(word),
            _ => None,
        }
    }

    /// The standing to list, where it is the only one asked for.
    pub(crate) fn standing(&self) -> Option<Standing> {
        let mut standings = self.wanted.iter().filter_map(|wanted| match wanted.term {
            Term::Standing(standing) if wanted.holds => Some(standing),
            _ => None,
        });
        standings.next().filter(|_| standings.next().is_none())
    }
}

/// Returns whether a term may have this name: any small letters, so that a slip is told, and a known name in any case.
fn is_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_lowercase()) || NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// A term by its name and value; otherwise the nearest one that exists.
fn term(name: &str, value: &str, now: Moment) -> Result<Term, Option<String>> {
    let small = value.to_ascii_lowercase();
    let nearest = |known: &[&str]| nearest_of(&small, known).map(|value| format!("{name}:{value}"));
    match name {
        "status" => match value.parse() {
            Ok(status) => Ok(Term::Status(status)),
            Err(_) => standing(&small).map(Term::Standing).ok_or_else(|| nearest(&STANDINGS.map(|(word, _)| word))),
        },
        "method" => {
            let known: Vec<_> =
                Method::KNOWN.iter().flat_map(|method| [Some(method.symbol()), method.korean()]).flatten().collect();
            catalog::find_method(&small).map(Term::Method).ok_or_else(|| nearest(&known))
        }
        "pg" => {
            let known: Vec<_> = Pg::KNOWN.iter().flat_map(|pg| [Some(pg.symbol()), pg.korean()]).flatten().collect();
            // Some Korean names have capitals: KCP.
            catalog::find_pg(&small).or_else(|| catalog::find_pg(value)).map(Term::Pg).ok_or_else(|| nearest(&known))
        }
        "price" => price(value).ok_or_else(|| Some("price:1000..5000".into())),
        "order" => Ok(Term::Order(value.to_owned())),
        "is" => match small.as_str() {
            "test" | "테스트" => Ok(Term::Test),
            "live" | "실결제" => Ok(Term::Live),
            "recurring" | "정기" => Ok(Term::Recurring),
            _ => Err(nearest(&["test", "live", "recurring", "테스트", "실결제", "정기"])),
        },
        "has" => match small.as_str() {
            "fault" | "장애" => Ok(Term::HasFault),
            "finding" | "경고" => Ok(Term::HasFinding),
            "refund" | "취소" => Ok(Term::HasRefund),
            _ => Err(nearest(&["fault", "finding", "refund", "장애", "경고", "취소"])),
        },
        "webhook" => match small.as_str() {
            "ok" | "완료" => Ok(Term::Webhook(Told::Acknowledged)),
            "failed" | "실패" => Ok(Term::Webhook(Told::Failed)),
            "pending" | "대기" => Ok(Term::Webhook(Told::Pending)),
            _ => Err(nearest(&["ok", "failed", "pending", "완료", "실패", "대기"])),
        },
        "after" => moment(value, now).map(Term::After).ok_or_else(|| Some("after:today".into())),
        "before" => moment(value, now).map(Term::Before).ok_or_else(|| Some("before:-1h".into())),
        _ => Err(nearest_of(name, &NAMES).map(|name| format!("{name}:{value}"))),
    }
}

/// The known word that takes the fewest changes of a letter, where they are few.
fn nearest_of<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    let nearest = known.iter().map(|known| (changes(word, known), *known)).min_by_key(|(changes, _)| *changes)?;
    (nearest.0 <= 3 && nearest.0 < nearest.1.chars().count()).then_some(nearest.1)
}

/// The letters to add, drop or change to make one word of another.
fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], at + 1);
        for (place, other) in to.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[place + 1];
            row[place + 1] = changed.min(corner + 1).min(row[place] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

/// The words for standings: theirs, and the Korean ones that the pages and Bootpay's admin have.
const STANDINGS: [(&str, Standing); 21] = [
    ("requested", Standing::Requested),
    ("waiting", Standing::Waiting),
    ("paid", Standing::Paid),
    ("partial", Standing::Partial),
    ("cancelled", Standing::Cancelled),
    ("failed", Standing::Failed),
    ("expired", Standing::Expired),
    ("other", Standing::Other),
    ("결제대기", Standing::Requested),
    ("준비", Standing::Requested),
    ("대기", Standing::Waiting),
    ("승인대기", Standing::Waiting),
    ("입금대기", Standing::Waiting),
    ("결제완료", Standing::Paid),
    ("부분취소", Standing::Partial),
    ("전체취소", Standing::Cancelled),
    ("결제취소", Standing::Cancelled),
    ("취소", Standing::Cancelled),
    ("실패", Standing::Failed),
    ("만료", Standing::Expired),
    ("기타", Standing::Other),
];

fn standing(value: &str) -> Option<Standing> {
    STANDINGS.iter().find(|(word, _)| *word == value).map(|(_, standing)| *standing)
}

fn price(value: &str) -> Option<Term> {
    let amount = |text: &str| Money::read(&text.replace(',', "").into());
    if let Some((from, to)) = value.split_once("..") {
        return Some(Term::Price(amount(from)?, amount(to)?));
    }
    Some(if let Some(least) = value.strip_prefix(">=") {
        Term::Price(amount(least)?, Money(i64::MAX))
    } else if let Some(above) = value.strip_prefix('>') {
        Term::Price(amount(above)? + Money(1), Money(i64::MAX))
    } else if let Some(most) = value.strip_prefix("<=") {
        Term::Price(Money::ZERO, amount(most)?)
    } else if let Some(below) = value.strip_prefix('<') {
        Term::Price(Money::ZERO, amount(below)? - Money(1))
    } else {
        Term::Price(amount(value)?, amount(value)?)
    })
}

/// A date, `today`, `yesterday`, or a time ago: `-30m`, `-1h`, `-7d`.
fn moment(value: &str, now: Moment) -> Option<Moment> {
    let day = |moment: Moment| Moment::read(&moment.iso()[..10]);
    match value {
        "today" | "오늘" => return day(now),
        "yesterday" | "어제" => return day(now.plus_seconds(-24 * 60 * 60)),
        _ => {}
    }
    if let Some(ago) = value.strip_prefix('-') {
        let unit = match ago.chars().last()? {
            'm' => 60,
            'h' => 60 * 60,
            'd' => 24 * 60 * 60,
            _ => return None,
        };
        let count: i64 = ago[..ago.len() - 1].parse().ok().filter(|count| (0..=100_000).contains(count))?;
        return Some(now.plus_seconds(-count * unit));
    }
    Moment::read(value)
}

/// A word of the search.
struct Word {
    text: String,
    /// As it was typed, with its quotes.
    written: String,
    quoted: bool,
}

/// The words of a text; blanks within quotes do not part them.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut word, mut open) = (Word { text: String::new(), written: String::new(), quoted: false }, false);
    for letter in text.chars() {
        if letter == '"' {
            // A quote behind `name:` leaves it a term.
            word.quoted |= word.text.is_empty();
            open = !open;
            word.written.push(letter);
        } else if letter.is_whitespace() && !open {
            if !word.text.is_empty() {
                words.push(std::mem::replace(
                    &mut word,
                    Word { text: String::new(), written: String::new(), quoted: false },
                ));
            }
            word = Word { text: String::new(), written: String::new(), quoted: false };
        } else {
            word.text.push(letter);
            word.written.push(letter);
        }
    }
    if !word.text.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_793_500_542_000);

    fn read(text: &str) -> Search {
        Search::read(text, NOW)
    }

    fn terms(text: &str) -> Vec<(Term, bool)> {
        let search = read(text);
        assert_eq!(search.unknown, [], "{text}");
        search.wanted.into_iter().map(|wanted| (wanted.term, wanted.holds)).collect()
    }

    #[test]
    fn terms_are_read_in_both_languages() {
        for (text, term) in [
            ("status:paid", Term::Standing(Standing::Paid)),
            ("status:결제완료", Term::Standing(Standing::Paid)),
            ("status:other", Term::Standing(Standing::Other)),
            ("ｓｔａｔｕｓ：\u{1100}\u{1167}\u{11af}제완료", Term::Standing(Standing::Paid)),
            ("status:-10", Term::Status(-10)),
            ("method:카드", Term::Method(Method::Card)),
            ("pg:nicepay", Term::Pg(Pg::NicePay)),
            ("pg:나이스페이", Term::Pg(Pg::NicePay)),
            ("pg:나이스페이먼츠", Term::Pg(Pg::NicePay)),
            ("price:12,000", Term::Price(Money(1_200_000), Money(1_200_000))),
            ("price:>1000", Term::Price(Money(100_001), Money(i64::MAX))),
            ("price:<=1000", Term::Price(Money::ZERO, Money(100_000))),
            ("price:１０００..5000", Term::Price(Money(100_000), Money(500_000))),
            ("order:o-1", Term::Order("o-1".into())),
            ("Status:PAID", Term::Standing(Standing::Paid)),
            ("pg:KCP", Term::Pg(Pg::Kcp)),
            ("PG:NicePay", Term::Pg(Pg::NicePay)),
            ("Re:무선", Term::Word("Re:무선".into())),
            ("is:test", Term::Test),
            ("is:live", Term::Live),
            ("is:정기", Term::Recurring),
            ("has:장애", Term::HasFault),
            ("has:finding", Term::HasFinding),
            ("has:refund", Term::HasRefund),
            ("webhook:ok", Term::Webhook(Told::Acknowledged)),
            ("webhook:failed", Term::Webhook(Told::Failed)),
            ("webhook:대기", Term::Webhook(Told::Pending)),
            ("after:-1h", Term::After(NOW.plus_seconds(-3600))),
            ("before:2026-11-01", Term::Before(Moment(1_793_458_800_000))),
            ("after:today", Term::After(Moment(1_793_458_800_000))),
        ] {
            assert_eq!(terms(text), [(term, true)], "{text}");
        }
    }

    #[test]
    fn quotes_keep_words_together_and_a_minus_excludes() {
        let word = |text: &str| Term::Word(text.into());
        assert_eq!(
            terms("무선 \"빨간 모자\" -is:test"),
            [(word("무선"), true), (word("빨간 모자"), true), (Term::Test, false),]
        );
        assert_eq!(terms("order:\"a b\""), [(Term::Order("a b".into()), true)]);
        assert_eq!(terms("\"status:paid\" http://x"), [(word("status:paid"), true), (word("http://x"), true)]);
        assert_eq!(terms("  -  "), [(word("-"), true)]);
        assert_eq!(read("o-1").lone_word(), Some("o-1"));
        assert_eq!(read("o-1 is:test").lone_word(), None);
        assert_eq!(read("status:paid is:test").standing(), Some(Standing::Paid));
        assert_eq!(read("status:paid status:failed").standing(), None);
        assert_eq!(read("-status:paid").standing(), None);
    }

    #[test]
    fn what_nobody_understands_is_told_and_the_rest_searches() {
        let search = read("state:paid status:payed tea price:x after:soon");
        assert_eq!(search.wanted.len(), 1);
        let nearest: Vec<_> = search.unknown.iter().map(|unknown| unknown.nearest.as_deref()).collect();
        assert_eq!(nearest, [Some("status:paid"), Some("status:paid"), Some("price:1000..5000"), Some("after:today")]);
        for (text, nearest) in [
            ("status:결재완료", Some("status:결제완료")),
            ("pg:나이스페이먼트", Some("pg:나이스페이먼츠")),
            ("method:kard", Some("method:card")),
            ("is:실걸제", Some("is:실결제")),
            ("webhook:fail", Some("webhook:failed")),
            ("status:모름", None),
            ("zzz:q", None),
        ] {
            assert_eq!(read(text).unknown[0].nearest.as_deref(), nearest, "{text}");
        }
    }
}
