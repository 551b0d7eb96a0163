//! What is read is what is printed, and what cannot be read says where and why.

use proptest::prelude::*;

use super::ast::{
    Constraint, Expression, Extent, Filter, Flags, LabelAttribute, Operand, Operator, Pattern,
    Place, Query, Region, Strategy as Matching, Test,
};
use crate::articles::{QuotationKind, ZoneKind};

fn read(query: &str) -> Query {
    query
        .parse()
        .unwrap_or_else(|error| panic!("{query}: {error}"))
}

fn expression() -> impl Strategy<Value = Expression> {
    let flags = (any::<bool>(), any::<bool>());
    let regex = (r#"([a-c']|\\"|\\\\|\.\*|\[a-z\]|(a\|b))*"#, flags).prop_map(
        |(text, (ignore_case, ignore_diacritics))| Expression {
            text,
            flags: Flags {
                ignore_case,
                ignore_diacritics,
                literal: false,
            },
            place: Place(0),
        },
    );
    let literal =
        (r#"[a-z"'\\\[\]()*?%]*"#, flags).prop_map(|(text, (ignore_case, ignore_diacritics))| {
            Expression {
                text,
                flags: Flags {
                    ignore_case,
                    ignore_diacritics,
                    literal: true,
                },
                place: Place(0),
            }
        });
    prop_oneof![regex, literal]
}

fn attribute() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "word".to_owned(),
        "norm".to_owned(),
        "lemma".to_owned(),
    ])
}

fn region() -> impl Strategy<Value = Region> {
    prop::sample::select(vec![
        Region::Sentence,
        Region::Document,
        Region::Zone(ZoneKind::Paragraph),
        Region::Zone(ZoneKind::Headline),
        Region::Quotation(None),
        Region::Quotation(Some(QuotationKind::Indirect)),
    ])
}

fn test() -> impl Strategy<Value = Test> {
    let leaf =
        (attribute(), any::<bool>(), expression()).prop_map(|(attribute, equal, expression)| {
            Test::Attribute {
                attribute,
                equal,
                expression,
            }
        });
    leaf.prop_recursive(3, 12, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several.clone().prop_map(Test::All),
            several.prop_map(Test::Either),
            inner.prop_map(|inner| Test::Not(Box::new(inner))),
        ]
    })
}

fn pattern(labels: bool) -> impl Strategy<Value = Pattern> {
    let label = if labels {
        prop_oneof![
            Just(None),
            Just(Some("a".to_owned())),
            Just(Some("b".to_owned()))
        ]
        .boxed()
    } else {
        Just(None).boxed()
    };
    let test = prop_oneof![Just(Test::Any), expression().prop_map(Test::Word), test()];
    let leaf = prop_oneof![
        4 => (label, test).prop_map(|(label, test)| Pattern::Token { label, test }),
        1 => region().prop_map(Pattern::Begin),
        1 => region().prop_map(Pattern::End),
        1 => region().prop_map(Pattern::Whole),
        1 => self::test().prop_map(Pattern::Ahead),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        let repeated = (inner, 0_u32..4, prop::option::of(0_u32..4)).prop_filter_map(
            "a tag has no quantifier",
            |(what, least, more)| {
                let most = more.map(|more| (least + more).max(1));
                let fits = !matches!(
                    what,
                    Pattern::Begin(_) | Pattern::End(_) | Pattern::Ahead(_)
                );
                fits.then(|| Pattern::Repeat {
                    what: Box::new(what),
                    least,
                    most,
                })
            },
        );
        prop_oneof![
            several.clone().prop_map(Pattern::Sequence),
            several.prop_map(Pattern::Alternation),
            repeated,
        ]
    })
}

fn of(label: &str, attribute: &str) -> LabelAttribute {
    LabelAttribute {
        label: label.to_owned(),
        attribute: attribute.to_owned(),
        place: Place(0),
    }
}

fn constraint() -> impl Strategy<Value = Constraint> {
    let compare = |left, operator, right| Constraint::Compare {
        left,
        operator,
        right,
    };
    let leaf = prop_oneof![
        Just(Constraint::Bound("a".to_owned())),
        Just(compare(
            of("a", "word"),
            Operator::Unequal,
            Operand::Label(of("b", "word"))
        )),
        expression().prop_map(move |right| {
            compare(
                of("match", "norm"),
                Operator::Equal,
                Operand::Expression(right),
            )
        }),
        Just(compare(
            of("match", "document_year"),
            Operator::AtLeast,
            Operand::Number("-3.5".into())
        )),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several.clone().prop_map(Constraint::All),
            several.prop_map(Constraint::Either),
            inner.prop_map(|inner| Constraint::Not(Box::new(inner))),
        ]
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let extent = prop_oneof![
        (1_u32..9).prop_map(Extent::WithinTokens),
        (1_u32..3, region()).prop_map(|(n, region)| Extent::WithinRegions(n, region)),
        pattern(false).prop_map(Extent::Within),
        pattern(false).prop_map(Extent::Containing),
    ];
    (any::<bool>(), extent).prop_map(|(negated, extent)| Filter { negated, extent })
}

fn query() -> impl Strategy<Value = Query> {
    let labelled = |pattern| {
        let token = |label: &str| Pattern::Token {
            label: Some(label.to_owned()),
            test: Test::Any,
        };
        Pattern::Sequence(vec![token("a"), token("b"), pattern])
    };
    (
        prop::sample::select(Matching::ALL.to_vec()),
        pattern(true).prop_map(labelled),
        prop::option::of(constraint()),
        prop::collection::vec(filter(), 0..3),
    )
        .prop_map(|(strategy, pattern, constraint, filters)| Query {
            strategy,
            pattern,
            constraint,
            filters,
        })
}

proptest! {
    #[test]
    fn printing_and_reading_is_the_identity(query in query()) {
        prop_assert_eq!(read(&query.to_string()), query);
    }

    #[test]
    fn whatever_is_read_prints_as_itself(text in r#"([\[\]()|&!?*+{}<>/:=.,@%'" ]|"a"|\[\]|word|a:|within|s|not|::|[0-9])*"#) {
        if let Ok(query) = text.parse::<Query>() {
            prop_assert_eq!(read(&query.to_string()), query);
        }
    }
}

#[test]
fn a_query_is_printed_in_one_way() {
    let rows = [
        ("\"trust\"", "\"trust\""),
        ("'trust'", "\"trust\""),
        ("'say \"x\"'%l", "REFUSED"),
        ("'\"x\"'%lc", "\"\\\"x\\\"\"%cl"),
        ("\"a\"\"b\"", "\"a\\\"b\""),
        ("[ word = \"a\"%c%d ]", "[word=\"a\"%cd]"),
        ("[!(word=\"a\"|norm!='b')]", "[!(word=\"a\" | norm!=\"b\")]"),
        ("[word=\"a\" -> word=\"b\"]", "[!word=\"a\" | word=\"b\"]"),
        ("( \"a\" )", "\"a\""),
        (
            "(\"a\" \"b\")+ | []{0,1} []{2,2} []{,3}",
            "(\"a\" \"b\")+ | []? []{2} []{0,3}",
        ),
        ("<sentence> [] </sentence>;", "<s> [] </s>"),
        ("<p/> containing 'a'", "<paragraph/> containing (\"a\")"),
        ("(?standard) []", "[]"),
        ("(?longest)[]", "(?longest) []"),
        ("[] !within 2 sentence", "[] not within 2 s"),
        ("[] within headline", "[] within headline"),
        ("[] containing heading", "[] containing (<heading/>)"),
        (
            "a:[] b:\"x\" :: a.word=b.word->!b within 5",
            "a:[] b:\"x\" :: !a.word = b.word | !b within 5",
        ),
        (
            "[] :: match.text_year>=2031",
            "[] :: match.text_year >= 2031",
        ),
        ("a:[] [word=a.word]", "a:[] [word=a.word]"),
        ("[: word=\"a\" :] []", "[: word=\"a\" :] []"),
    ];
    for (written, printed) in rows {
        let found = written.parse::<Query>();
        if printed == "REFUSED" {
            assert!(found.is_err(), "{written}");
        } else {
            assert_eq!(read(written).to_string(), printed);
        }
    }
}

#[test]
fn what_cannot_be_read_says_where_and_what_would_work() {
    let rows = [
        ("", 0, "a query must hold a token"),
        ("trust", 0, "text stands in quotation marks: \"trust\""),
        ("\"mutual trust\"", 7, "a token holds no white space"),
        ("\"trust", 0, "the quotation mark is not closed"),
        ("\u{201C}trust\u{201D}", 0, "straight quotation marks"),
        (
            "[word=trust]",
            6,
            "text stands in quotation marks: \"trust\"",
        ),
        ("[word \"trust\"]", 6, "= or != is needed behind \"word\""),
        ("[\"trust\"]", 1, "within brackets an attribute is named"),
        ("[word=\"a\"", 9, "] is missing at the end"),
        ("(\"a\"", 4, ") is missing at the end"),
        ("\"a\")", 3, "a token is needed, \"…\" or […], got )"),
        ("\"a\" |", 5, "got the end of the query"),
        ("*", 0, "any token is []"),
        ("\"a\"*?", 4, "a quantifier stands behind a quantifier"),
        ("\"a\"{3,2}", 3, "n at most m"),
        ("\"a\"{0}", 3, "m at least 1"),
        ("\"a\"{99999}", 3, "at most 10000"),
        ("\"a\"{x}", 4, "{n}, {n,m} or {n,}"),
        ("<s>+ []", 3, "behind a token or a group"),
        ("<chapter> []", 1, "a region must be one of"),
        ("<s id=\"1\"> []", 3, "regions have no attributes"),
        (
            "\"tru(st\"",
            4,
            "regular expression is malformed (unclosed group)",
        ),
        ("\"a\"%x", 3, "flags are %c"),
        ("a:(\"b\" \"c\")", 2, "a label stands before one token"),
        ("match:[]", 0, "\"match\" is the label of every match"),
        (
            "a:[] :: b.word = \"x\"",
            8,
            "a label must be one of [\"a\"]",
        ),
        (
            "[] :: a.word = \"x\"",
            6,
            "no token before has the label \"a\"",
        ),
        (
            "a:[] b:[] :: a.word = b.norm",
            22,
            "both sides must be of one attribute",
        ),
        ("a:[] :: a.word < \"x\"", 15, "only metadata is ordered"),
        ("[] :: match.word", 16, "= or != is needed"),
        ("a:[] :: a = ", 10, "a token is needed"),
        (
            "[] :: f(match.word) > 3",
            6,
            "functions such as f() are left out",
        ),
        (
            "[] :: match.document_year = 1 :: match.document_year = 2",
            30,
            "behind one ::",
        ),
        ("[] within", 9, "a token is needed"),
        ("[] within chapter", 10, "a region must be one of"),
        ("[] within 0", 10, "at least 1"),
        (
            "[] not \"a\"",
            7,
            "within or containing is needed behind not",
        ),
        ("[] containing a:[]", 14, "labels stand in the query itself"),
        ("[] (?longest) []", 4, "stands at the beginning"),
        ("(?greedy) []", 2, "a matching strategy must be one of"),
        ("@[word=\"a\"]", 0, "target and keyword marks"),
        ("!\"a\"", 0, "! stands within brackets"),
        ("MU(meet \"a\" \"b\")", 0, "MU queries are left out"),
        ("[] cut 5", 3, "cut is left out"),
        ("[: :] []", 0, "what the next token must be"),
    ];
    for (query, at, message) in rows {
        match query.parse::<Query>() {
            Err(crate::Error::Query {
                at: found,
                message: said,
                ..
            }) => {
                assert!(said.contains(message), "{query}: {said}");
                assert_eq!(found, at, "{query}: {said}");
            }
            other => panic!("{query}: {other:?}"),
        }
    }
}

#[test]
fn what_is_nested_or_written_without_end_is_refused() {
    let deep = 100_000;
    for query in [
        format!("{}\"a\"{}", "(".repeat(deep), ")".repeat(deep)),
        "(".repeat(deep),
        format!("[{}word=\"a\"]", "!".repeat(deep)),
        format!("[word=\"a\"{}]", " -> word=\"a\"".repeat(deep / 10)),
        format!("[] :: {}match", "(".repeat(deep)),
        format!("[]{}", "*".repeat(deep)),
        format!("\"{}\"", "(".repeat(deep)),
        "[]".repeat(1 << 20),
    ] {
        let error = query.parse::<Query>().expect_err("refused");
        assert!(error.to_string().len() < 2_000, "{error}");
    }
    let long = vec!["[]"; 10_000].join(" ");
    assert_eq!(read(&long).to_string(), long);
}
