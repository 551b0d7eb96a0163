use proptest::prelude::*;

use super::sentences;

fn texts(text: &str) -> Vec<&str> {
    sentences(text).map(|span| &text[span]).collect()
}

/// Sentences that are one, and with a bar where they are several.
#[test]
fn sentences_end_where_a_reader_would_end_them() {
    let rows = [
        // Abbreviations, initials, numbers.
        "Talks opened on Nov. 21 in St. Elmo. | They end on Dec. 3.",
        "Mr. Orr met Gen. J. K. Tal and Sen. Ada Lune (R., Wash.) on Monday.",
        "The U.S. and the U.N. agreed. | The deal binds the U.S. | It binds others too.",
        "The U.S. House and U.S. Sen. Orr objected.",
        "He left at 5 p.m. Monday. | She left at 6 a.m. | They slept.",
        "The briefing is at 5 p.m. Talvora time, or 11 a.m. GMT.",
        "Lumen Corp. said so. | Lumen Corp. Chairman Orr denied it.",
        "See No. 5 and pp. 3-4, Art. 7, vol. 2. | No. | We do not.",
        "George W. Lune spoke. | It was Plan B. | He and I. | Nobody else.",
        "Growth was 3.5 percent in 2030. | Prices rose by 2.1 percent.",
        "He holds a Ph.D. from Talvora. | Others hold an M.A. in law.",
        "Ships, trains, etc. | All stood still.",
        "He quoted e.g. Article 5, i.e. the duty to help, cf. Section 2.",
        // Quotation marks and brackets that close behind the stop.
        "\"We agree.\" | \"We do not,\" she said. | \"Not yet. | Perhaps never.\"",
        "“Who will pay?” he asked. | “We will!” Orr said. | “Never.” | The talks went on.",
        "(Laughter.) | There is more. | (Applause.) | Thank you.",
        "\"Is it peace?\" Foreign Minister Ada Lune asked reporters in Talvora.",
        "\"Is it peace?\" Norlandic officials asked. | \"Is it peace?\" Orr and Lune asked.",
        "\"Is it peace?\" Lune, the mayor, asked.",
        "\"Is it peace?\" Lune's lawyer asked. | \"Is it?\" | Lune's day was over.",
        "He called it 'a surrender.' | Others did not.",
        // Ellipses.
        "We ... will wait. | Then ... | They came.",
        "We waited . . . and waited. | We left . . . | They came.",
        "It was […] good.",
        "\"We are tired. | ... And we are cold,\" she said.",
        // Marks that stand together.
        "Really?! | Yes!!! | So be it...",
        "What? -- they asked.",
        // Lists and paragraphs.
        "1. The parties agree. | They meet again.",
        "12. We reaffirm the Charter.",
        "(a) The first item; | (b) the second item.",
        "Q: Who will pay? | A: We will.",
        // Other languages.
        "Am 3. Oktober sprach Dr. Orr u.a. über Nr. 5. | Dann ging er.",
        "M. Orr a dit : « Non. » | Il est parti.",
        "El Sr. Orr habló. | ¿Quién paga? | ¡Nadie!",
        "Он родился в 1950 г. в Талворе. | Проф. Орр согласен.",
    ];
    for row in rows {
        let expected: Vec<&str> = row.split(" | ").collect();
        let separators = if row.starts_with("(a)") { "\n" } else { " " };
        let text = expected.join(separators);
        let found: Vec<String> = texts(&text).into_iter().map(str::to_owned).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn marks_of_other_scripts_end_sentences() {
    let rows: [(&str, &[&str]); 5] = [
        ("我们同意。他们不同意！", &["我们同意。", "他们不同意！"]),
        ("هل نوافق؟ نعم.", &["هل نوافق؟", "نعم."]),
        ("हम सहमत हैं। वे नहीं।", &["हम सहमत हैं।", "वे नहीं।"]),
        ("Համաձայն ենք: Ոչ:", &["Համաձայն ենք:", "Ոչ:"]),
        ("Συμφωνούμε; Ναι.", &["Συμφωνούμε;", "Ναι."]),
    ];
    for (text, expected) in rows {
        assert_eq!(texts(text), expected);
    }
}

#[test]
fn wrapped_lines_do_not_end_a_sentence() {
    let text = "The two governments agreed on Monday that the river belongs to\n\
                Lumen and Talvora alike. They will open the locks, President\n\
                Ada Orr said, before the end of the year.";
    let expected: Vec<String> = [
        "The two governments agreed on Monday that the river belongs to Lumen and Talvora alike.",
        "They will open the locks, President Ada Orr said, before the end of the year.",
    ]
    .map(str::to_owned)
    .to_vec();
    for line_end in ["\n", "\r\n", "\n   "] {
        let text = text.replace('\n', line_end);
        let found = texts(&text).into_iter();
        let found: Vec<String> = found
            .map(|sentence| sentence.replace(line_end, " "))
            .collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn lines_that_are_not_full_end_a_sentence() {
    let text = "A SHARED RIVER\nThe two governments agreed on Monday that the river is shared.\n\
                Points agreed:\n- Open the locks by June\n- Share the cost of the works\n\
                They meet again in May.";
    let expected = [
        "A SHARED RIVER",
        "The two governments agreed on Monday that the river is shared.",
        "Points agreed:",
        "Open the locks by June",
        "Share the cost of the works",
        "They meet again in May.",
    ];
    assert_eq!(texts(text), expected);
}

#[test]
fn a_blank_line_ends_a_sentence() {
    for gap in ["\n\n", "\r\n\r\n", "\n \t\n", "\u{c}", "\u{2029}"] {
        let text = format!("Closer ties{gap}and more");
        assert_eq!(texts(&text), ["Closer ties", "and more"], "{gap:?}");
    }
}

#[test]
fn what_holds_no_visible_character_has_no_sentence() {
    for text in ["", " ", "\n\n", "\u{a0}\t\r\n"] {
        assert!(texts(text).is_empty(), "{text:?}");
    }
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let mut rest = 0;
    for span in sentences(text) {
        let between = &text[rest..span.start];
        let skipped: String = between.split_whitespace().collect();
        prop_assert!(
            skipped.chars().all(|mark| !mark.is_alphanumeric()),
            "{between:?}"
        );
        let sentence = &text[span.clone()];
        prop_assert!(
            !sentence.is_empty() && sentence.trim() == sentence,
            "{sentence:?}"
        );
        rest = span.end;
    }
    prop_assert!(text[rest..].trim().is_empty());
    Ok(())
}

proptest! {
    #[test]
    fn sentences_hold_every_letter_and_do_not_overlap(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn sentences_of_what_rules_are_about_hold_every_letter(
        parts in prop::collection::vec(prop::sample::select(vec![
            ".", "!", "?", "…", "。", " ", "  ", "\n", "\n\n", "\r\n", "\"", "”", "(", ")", "[1]", "[", "'",
            "Mr", "U.S", "No", "a.m", "I", "J", "The", "and", "said", "12", "1", "a", "-", "--", "• ", "- ",
            ":", ":)", "://", "@", "x.org", "03/04/2031 08:15 AM", "***", "é", "語", "\u{300}", "Ա", "α", ";",
        ]), 0..40)
    ) {
        check(&parts.concat())?;
    }

    #[test]
    fn a_blank_line_parts_what_stands_before_and_behind_it(
        first in "[A-Za-z.,!?\"() ]{0,40}", second in "[A-Za-z.,!?\"() ]{0,40}",
    ) {
        let text = format!("{first}\n\n{second}");
        let both: Vec<&str> = texts(&first).into_iter().chain(texts(&second)).collect();
        prop_assert_eq!(texts(&text), both);
    }
}
