//! Lists of bodies that a document is sent to (主送机关, 抄送机关).

use crate::lexicon::mark;

/// Separators between groups of bodies.
const GROUPS: [char; 5] = ['，', ',', '；', ';', '。'];

/// Whether words read as a list of addressees.
pub(crate) fn is_list(words: &str) -> bool {
    let words = words.trim().trim_end_matches(['：', ':']);
    let bare = without_brackets(words);
    let bare = bare.trim_end();
    words.chars().count() <= 400
        && !words.contains(['。', '！', '？', '《'])
        && mark::NO_ADDRESSEE.opening(bare).is_none()
        && mark::NO_ADDRESSEE_ENDING.ending(bare).is_none()
        && (mark::ADDRESSEE_ENDING.ending(bare).is_some()
            || names_all(bare)
            || closes_with_name(bare))
}

/// Whether words are a list of bodies whose last one has a name of its own, which no table
/// has: `各县（市、区）卫生健康局，市直各医疗机构、市急救指挥中心`.
fn closes_with_name(words: &str) -> bool {
    /// Characters of that name at the most.
    const NAME: usize = 16;
    let (others, last) = words.rsplit_once(['、', '，', ',']).unwrap_or(("", words));
    let last = last.trim();
    let named = !last.starts_with('各')
        && last.chars().all(char::is_alphabetic)
        && last.chars().nth(NAME).is_none()
        && last.chars().nth(2).is_some();
    let mut members = groups(others)
        .flat_map(|group| group.split('、'))
        .map(|member| without_brackets(member.trim()).trim_end());
    let is_body =
        |member| is_open(member) || mark::ADDRESSEE_ENDING.ending(member).is_some();
    named
        && words.starts_with('各')
        && members.clone().nth(1).is_some()
        && members.all(is_body)
}

/// Whether words begin a list that may go on below them: `各镇人民政府、各街道办事处，市政府`.
pub(crate) fn opens_list(words: &str) -> bool {
    let first = groups(words).next().map(|group| &group[..body_end(group)]);
    first.is_some_and(is_list)
}

/// Whether words are several groups of bodies of all kinds: `各科室，各站所，各村`.
fn names_all(words: &str) -> bool {
    /// Characters of a group at the most.
    const GROUP: usize = 8;
    let is_all =
        |group: &str| group.starts_with('各') && group.chars().nth(GROUP).is_none();
    let mut all = groups(words).flat_map(|group| group.split('、'));
    all.clone().nth(1).is_some() && all.all(|group| is_all(group.trim()))
}

/// Words up to a bracket at their end: `各行署（人民政府）` → `各行署`.
fn without_brackets(words: &str) -> &str {
    match words.char_indices().next_back() {
        Some((_, '）' | ')')) => words
            .rfind(['（', '('])
            .map_or(words, |open| &words[..open]),
        _ => words,
    }
}

/// Splits a list into bodies; those that share a head noun stay together, as
/// `各省、自治区、直辖市人民政府` and `市政府各委、办、局`.
pub(crate) fn split(list: &str) -> impl Iterator<Item = &str> {
    groups(list)
        .flat_map(|group| {
            let mut rest = Some(group);
            std::iter::from_fn(move || {
                let list = rest.filter(|list| !list.is_empty())?;
                let end = body_end(list);
                let (name, after) = list.split_at(end);
                rest = Some(after.trim_start_matches('、'));
                Some(name.trim())
            })
        })
        .filter(|name| !name.is_empty())
}

/// Splits at the separators between groups that stand outside brackets.
fn groups(list: &str) -> impl Iterator<Item = &str> + Clone {
    let mut depth = 0usize;
    list.split(move |c: char| {
        match c {
            '（' | '(' | '〔' => depth += 1,
            '）' | ')' | '〕' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && GROUPS.contains(&c)
    })
    .map(str::trim)
}

/// Where the first body of a group ends.
fn body_end(group: &str) -> usize {
    let mut depth = 0usize;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '（' | '(' | '〔' => depth += 1,
            '）' | ')' | '〕' => depth = depth.saturating_sub(1),
            '、' if depth == 0 => {
                let next = &group[at + c.len_utf8()..];
                let member = &group[start..at];
                let shares = is_open(member)
                    || is_bare_head(next)
                    || is_place_of(member, next)
                    || is_name_of(member, next);
                if !shares || opens_body(next) || opens_level(member, next) {
                    return at;
                }
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    group.len()
}

/// Whether a member lacks the noun it shares with the next ones, e.g. `各省`, `市政府各委`.
fn is_open(member: &str) -> bool {
    let tail = member
        .rfind(['各', '及'])
        .map_or(member, |at| &member[at + '各'.len_utf8()..]);
    let tail = without_brackets(tail.trim());
    let Some(last) = tail.chars().next_back() else {
        return false;
    };
    // 中央、省在怀各单位 share 单位, and so do 市属、驻市有关单位.
    let belongs = tail.ends_with(['属', '直']) && tail.chars().nth(2).is_none();
    if tail == "中央" || belongs {
        return true;
    }
    match tail.chars().count() {
        1 | 2 => "省市县区州盟旗镇乡委办厅局部".contains(last),
        3 => "省市县区州盟旗镇乡".contains(last),
        _ => false,
    }
}

/// Whether the next member is a head noun and nothing else, which shares the place before it:
/// `各县（市、区）委、人民政府`.
fn is_bare_head(next: &str) -> bool {
    let member = next.split('、').next().unwrap_or(next);
    mark::BARE_HEAD.contains(member)
}

/// Whether a member is a place alone and one after it has the head noun: `扬中经开区、高新区
/// 管委会`, `北京市、天津市、河北省人民政府`.
fn is_place_of(member: &str, next: &str) -> bool {
    let bare = without_brackets(member).trim();
    let last = bare.chars().next_back();
    let place = last.is_some_and(|c| "省市县区州盟旗镇乡城岛".contains(c));
    let short = bare.chars().count() <= 3 && !ends_in_head(bare);
    (place || short)
        && !bare.contains('各')
        && next
            .split('、')
            .take_while(|&member| !opens_body(member))
            .find(|&member| ends_in_head(without_brackets(member).trim()))
            .is_some_and(|member| !mark::ADDRESSEE_ENDING.contains(member))
}

/// Whether a member is a name alone that shares the noun of the next one:
/// `人民大垸、荒湖管理区`, `邓乃扬、韩汝琦委员`.
fn is_name_of(member: &str, next: &str) -> bool {
    /// Characters of a name at the most.
    const NAME: usize = 4;
    let next = next.split('、').next().unwrap_or(next);
    member.chars().nth(NAME).is_none()
        && !member.starts_with(['各', '省', '市', '县', '区', '州', '团'])
        && mark::ADDRESSEE_ENDING.ending(member).is_none()
        && !ends_in_head(member)
        && mark::SHARED_HEAD
            .ending(next)
            .is_some_and(|head| next.len() > head.len())
        && next.chars().nth(2 * NAME).is_none()
}

/// Whether words end in a body's head noun, which a place has not.
fn ends_in_head(words: &str) -> bool {
    mark::AUTHORITY_ENDING.ending(words).is_some()
}

/// Whether the words after a separator begin with bodies of a level, which those before do not
/// belong to: `各乡镇、县直有关部门`.
fn opens_level(member: &str, next: &str) -> bool {
    let mut signs = next.chars();
    let level = signs.next().is_some_and(|c| "省市县区州旗镇乡".contains(c));
    level
        && signs.next() == Some('直')
        && !member.ends_with(['直', '属'])
        && member.starts_with('各')
}

/// Whether the words after a separator begin a body of their own.
fn opens_body(words: &str) -> bool {
    words.starts_with('各') || words.starts_with("有关") || words.starts_with("国务院")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn splits(list: &str, bodies: &[&str]) {
        assert_eq!(split(list).collect::<Vec<_>>(), bodies, "{list}");
    }

    #[test]
    fn bodies_that_share_a_noun_stay_together() {
        splits(
            "各镇人民政府、各街道办事处,市政府各部门、各直属单位",
            &["各镇人民政府", "各街道办事处", "市政府各部门", "各直属单位"],
        );
        splits(
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构",
            &["各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"],
        );
        splits(
            "各地(市)行署(人民政府),自治区各委、办、厅、局",
            &["各地(市)行署(人民政府)", "自治区各委、办、厅、局"],
        );
        splits(
            "各市、县、自治县及洋浦经济开发区医改领导小组,省医改领导小组各成员单位,各有关单位",
            &[
                "各市、县、自治县及洋浦经济开发区医改领导小组",
                "省医改领导小组各成员单位",
                "各有关单位",
            ],
        );
        splits(
            "各区卫生健康局、财政局、人力资源社会保障局，市医保中心",
            &[
                "各区卫生健康局",
                "财政局",
                "人力资源社会保障局",
                "市医保中心",
            ],
        );
        splits(
            "各市、县（区）人民政府，省政府各部门",
            &["各市、县（区）人民政府", "省政府各部门"],
        );
        splits(
            "市直机关各单位，中央、省在怀各单位",
            &["市直机关各单位", "中央、省在怀各单位"],
        );
        splits(
            "各镇人民政府、各街道办事处，扬中经开区、高新区管委会，市各委办局",
            &[
                "各镇人民政府",
                "各街道办事处",
                "扬中经开区、高新区管委会",
                "市各委办局",
            ],
        );
        splits(
            "各县(市、区)委、人民政府，生态科技新城、风景名胜区工委、管委会",
            &[
                "各县(市、区)委、人民政府",
                "生态科技新城、风景名胜区工委、管委会",
            ],
        );
        splits(
            "北京市、天津市、河北省、甘肃省人民政府，沈阳、北京、广州军区",
            &[
                "北京市、天津市、河北省、甘肃省人民政府",
                "沈阳、北京、广州军区",
            ],
        );
        splits(
            "济宁高新区、太白湖新区、文化建设示范区管委会(推进办公室)，市政府各部门",
            &[
                "济宁高新区、太白湖新区、文化建设示范区管委会(推进办公室)",
                "市政府各部门",
            ],
        );
        splits(
            "各县、市、区人民政府，荆州经开区、纪南文旅区、荆州高新区，市政府各部门",
            &[
                "各县、市、区人民政府",
                "荆州经开区",
                "纪南文旅区",
                "荆州高新区",
                "市政府各部门",
            ],
        );
        splits(
            "各县(市、区)人民政府,市属、驻市有关单位",
            &["各县(市、区)人民政府", "市属、驻市有关单位"],
        );
        splits(
            "各乡镇人民政府，人民大垸、荒湖管理区，县直各单位",
            &["各乡镇人民政府", "人民大垸、荒湖管理区", "县直各单位"],
        );
        splits("邓乃扬、韩汝琦委员", &["邓乃扬、韩汝琦委员"]);
        splits("各办事处、场，区直各单位", &["各办事处、场", "区直各单位"]);
        splits(
            "团市委、市妇联、荒湖管理区",
            &["团市委", "市妇联", "荒湖管理区"],
        );
        splits(
            "市规划委、市市政园林局，市财政局、市水务局",
            &["市规划委", "市市政园林局", "市财政局", "市水务局"],
        );
        splits(
            "各区人民政府，市政府各委、办、局",
            &["各区人民政府", "市政府各委、办、局"],
        );
    }

    #[test]
    fn sentences_are_no_addressees() {
        assert!(is_list("省有关单位："));
        assert!(is_list("各位代表："));
        assert!(is_list("机关各部门、各企事业单位、各居委会："));
        assert!(is_list("镇属各单位、各村（社区）党总支："));
        assert!(is_list("各科室,各站所,各村:"));
        assert!(!is_list("各类问题："));
        assert!(!is_list("各科室，工作要求："));
        assert!(is_list("中央组织部、贸促会、中国科协："));
        assert!(is_list("各县（市）人民政府、州级各部门："));
        assert!(!is_list("现将有关事项通知如下："));
        assert!(!is_list("一、工作部门："));
        assert!(!is_list("（十一）卫生管理牵头单位："));
    }

    #[test]
    fn the_last_one_may_have_a_name_that_no_table_has() {
        for list in [
            "各县（市、区）卫生健康局，市直各医疗机构、市急救指挥中心",
            "各设区市林业局，省林科院、省楼观台生态实验林场",
            "各乡镇、各街道、县融媒体中心：",
            "各村（社区）、镇属各企事业单位、各站办所",
        ] {
            assert!(is_list(list), "{list}");
        }
        for other in [
            "各单位要做好以下工作",
            "各部门、各单位要做好以下工作：",
            "重点任务、时间安排、工作要求",
            "各地、会议指出",
        ] {
            assert!(!is_list(other), "{other}");
        }
    }
}
