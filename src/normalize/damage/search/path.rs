//! One way to read a place as far as it goes, and which ways are kept.

/// Paths that fall this far behind the best one (natural logarithm) are given up.
const HOPELESS: f32 = 12.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Holds the last byte, which may be the first one of a pair that was annotated.
    Aligned(u8),
    /// Holds the lead byte of the character that comes next.
    Pending(u8),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Path {
    pub(super) score: f32,
    pub(super) state: State,
    /// The last character, folded.
    pub(super) before: u16,
    /// The last character that stands on the page, or was put together: the one that a
    /// reading behind it must fit.
    pub(super) noted: char,
    /// Index of the last character in the arena.
    pub(super) node: u32,
    /// Characters read.
    pub(super) depth: u16,
    /// Token from which on the path is aligned for good.
    pub(super) since: u16,
    pub(super) lossy: bool,
    /// The character before the pending byte was dropped.
    pub(super) dropped: bool,
    /// Characters dropped so far.
    pub(super) drops: u8,
    /// Characters not yet in the arena.
    pub(super) fresh: [Option<char>; 2],
}

impl Path {
    /// Whether what follows costs both paths the same.
    fn goes_on_like(&self, other: &Self) -> bool {
        self.before == other.before
            && self.state == other.state
            && self.noted == other.noted
            && self.dropped == other.dropped
    }
}

/// A character that a path read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Node {
    /// Index of the character before it.
    pub(super) before: u32,
    pub(super) character: char,
    /// The token where it was read, and the score of the path there.
    pub(super) at: u16,
    pub(super) score: f32,
}

/// Keeps the best `count` paths, best first, and none that is hopeless.
pub(super) fn best(paths: &mut Vec<Path>, count: usize) {
    if paths.len() > count {
        paths.select_nth_unstable_by(count, |a, b| b.score.total_cmp(&a.score));
        paths.truncate(count);
    }
    paths.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    let top = paths.first().map_or(0.0, |path| path.score);
    paths.retain(|path| path.score >= top - HOPELESS);
}

/// Ways to go on that are remembered while paths are compared.
const LEADING: usize = 16;

/// Takes out the paths, best first, that fall more than `reach` behind one that goes on
/// the same way: whatever comes, they stay behind it.
pub(super) fn leave_outdone(paths: &mut Vec<Path>, reach: f32) {
    let mut leading: Vec<Path> = Vec::with_capacity(LEADING);
    paths.retain(|path| {
        if let Some(other) = leading.iter().find(|other| other.goes_on_like(path)) {
            return path.score >= other.score - reach;
        }
        if leading.len() < LEADING {
            leading.push(*path);
        }
        true
    });
}
