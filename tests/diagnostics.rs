//! Every diagnostic is raised by some text, and by the text that its documentation says.
#![allow(clippy::unwrap_used)]

use gongwen::Code;

/// A text for each code, as bytes.
fn fixtures() -> Vec<(Code, Vec<u8>)> {
    let utf_8 = |text: &str| text.as_bytes().to_owned();
    let mut cut = utf_8("一、加强值守。\n").repeat(8);
    cut.extend(b"\xFF");
    cut.extend(utf_8("二、落实责任。\n"));
    vec![
        (Code::ReplacedBytes, cut),
        (
            Code::OverruledEncoding,
            utf_8(
                "<html><head><meta charset=\"gb2312\"></head>\
                 <body><p>一、加强值守。</p></body></html>",
            ),
        ),
        (Code::DoubleEncoding, double_encoded()),
        (
            Code::RemovedReadings,
            utf_8("深化醫(yī)療(liáo)衛(wèi)生體(tǐ)制改革"),
        ),
        (
            Code::UncertainDamage,
            include_bytes!("../corpus/hainan/document.txt").to_vec(),
        ),
        (
            Code::SkippedLabel,
            utf_8("一、加强值守。\n二、落实责任。\n四、强化督查。"),
        ),
        (
            Code::RepeatedLabel,
            utf_8("一、加强值守。\n二、落实责任。\n二、强化督查。"),
        ),
        (
            Code::UnclosedBracket,
            utf_8("一、加强值守。（责任单位：省教育厅、省财政厅\n二、落实责任。"),
        ),
        (
            Code::NoDepartment,
            utf_8("一、加强值守。（责任单位：）\n二、落实责任。"),
        ),
        (
            Code::UncertainRow,
            utf_8(
                "任务分工表\n序号\n任务\n牵头单位\n配合单位\n1\n建设省级平台\n省教育厅\n\
                 省财政厅\n省公安厅\n",
            ),
        ),
        (
            Code::UnreadableNumber,
            utf_8(
                "一、主要指标\n地下水质量极差比例（%）15.7415左右-预期性\n二、保障措施",
            ),
        ),
        (
            Code::NotAPolicyDocument,
            utf_8("今天天气很好，我们去公园散步。"),
        ),
    ]
}

/// Chinese whose UTF-8 was read as Mac Cyrillic and saved again.
fn double_encoded() -> Vec<u8> {
    let text =
        "关于加强汛期值守工作的通知\n一、加强值班值守。\n二、及时报送信息。\n".repeat(4);
    let (twice, _, _) = encoding_rs::X_MAC_CYRILLIC.decode(text.as_bytes());
    twice.into_owned().into_bytes()
}

#[test]
fn every_code_is_raised() {
    let fixtures = fixtures();
    for &code in Code::ALL {
        let (_, bytes) = fixtures.iter().find(|(raises, _)| *raises == code).unwrap();
        let document = gongwen::parse(bytes).unwrap().document;
        let raised: Vec<Code> = document.diagnostics.iter().map(|d| d.code).collect();
        assert!(raised.contains(&code), "{code}: found {raised:?}");
    }
}

#[test]
fn severity_follows_from_the_code() {
    for (_, bytes) in fixtures() {
        for diagnostic in gongwen::parse(&bytes).unwrap().document.diagnostics {
            assert_eq!(diagnostic.severity, diagnostic.code.severity());
        }
    }
}

#[test]
fn messages_are_lower_case_without_a_full_stop() {
    for (_, bytes) in fixtures() {
        for diagnostic in gongwen::parse(&bytes).unwrap().document.diagnostics {
            let message = diagnostic.message;
            assert!(!message.ends_with(['.', '。']), "{message}");
            assert!(
                !message.starts_with(|c: char| c.is_ascii_uppercase()),
                "{message}"
            );
            assert!(
                !message.contains("nom") && !message.contains("regex"),
                "{message}"
            );
        }
    }
}

#[test]
fn places_slice_the_text() {
    for (code, bytes) in fixtures() {
        let document = gongwen::parse(&bytes).unwrap().document;
        for diagnostic in &document.diagnostics {
            if let Some(span) = diagnostic.span {
                assert!(document.text.get(span.range()).is_some(), "{code}");
            }
        }
    }
}
