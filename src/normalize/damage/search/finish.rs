//! The readings of a place, weighed with the words and brackets around it.

use std::ops::Range;

use super::path::{Path, State, best};
use super::piece::Token;
use super::{Found, Reading, Search};
use crate::normalize::damage::{gbk::ascii, sound_characters};
use crate::normalize::pinyin;

/// For a bracket or quotation mark that has no partner in the line.
const UNPAIRED: f32 = -5.0;

/// Ways to read a place that are weighed against each other at the end.
const FINALISTS: usize = 48;

/// Best ways to read a place, all of which it must cover.
const LEADERS: usize = 5;

/// Different readings kept at the end.
const READINGS: usize = 16;

/// Bytes of a line that are looked at on either side for the partner of a bracket.
const LINE_REACH: usize = 600;

/// For three characters in a row that stand elsewhere on the page.
const PHRASE: f32 = 2.0;

/// For a character that was never seen next to either of its neighbours.
const LONELY: f32 = -4.0;

/// Characters on either side of a place that may make words with it.
const NEIGHBOURS: usize = 3;

/// Bytes that hold [`NEIGHBOURS`] characters and their readings.
const NEIGHBOUR_REACH: usize = 48;

/// A place a little before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut start = at.saturating_sub(NEIGHBOUR_REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// The line that a place stands in, or what of it lies near.
fn line_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut start = range.start.saturating_sub(LINE_REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = (range.end + LINE_REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text[start..range.start]
        .rfind('\n')
        .map_or(start, |at| start + at + 1);
    let end = text[range.end..end]
        .find('\n')
        .map_or(end, |at| range.end + at);
    start..end
}

/// Brackets and quotation marks, opening and closing by turns.
const PAIRS: [char; 20] = [
    '“', '”', '‘', '’', '《', '》', '〈', '〉', '〔', '〕', '【', '】', '「', '」', '『',
    '』', '(', ')', '[', ']',
];

/// For a full stop inside quotation marks that hold a mere term: `“三。”底线` for
/// `“三保”底线`.
const SHORT_QUOTE: f32 = -6.0;

/// Characters of the longest term that is surely no sentence.
const TERM: usize = 4;

/// Characters on either side of a place that may make a short quotation with it.
const SHORT_QUOTE_REACH: usize = TERM + 2;

fn ends_in_short_quote(characters: impl Iterator<Item = char>) -> bool {
    let mut since_open = usize::MAX;
    let mut stopped = false;
    for character in characters {
        match character {
            '“' => since_open = 0,
            '”' if stopped && since_open <= TERM + 1 => return true,
            _ => since_open = since_open.saturating_add(1),
        }
        stopped = character == '。';
    }
    false
}

/// How many brackets and quotation marks have no partner, kind by kind.
fn unpaired(marks: impl Iterator<Item = u8>) -> usize {
    let mut open = [0usize; PAIRS.len() / 2];
    let mut lonely = 0;
    for mark in marks {
        let open = &mut open[usize::from(mark) / 2];
        if mark % 2 == 0 {
            *open += 1;
        } else if *open > 0 {
            *open -= 1;
        } else {
            lonely += 1;
        }
    }
    lonely + open.iter().sum::<usize>()
}

/// The brackets and quotation marks among characters, by their places in [`PAIRS`].
fn marks(characters: impl Iterator<Item = char>) -> Vec<u8> {
    characters
        .filter(|&character| !pinyin::is_han(character))
        .filter_map(|character| PAIRS.iter().position(|&mark| mark == ascii(character)))
        .map(|at| at as u8)
        .collect()
}

impl Search<'_> {
    /// The different readings of the paths that have come to token `at`.
    pub(super) fn finish(&mut self, at: usize) -> Option<Found> {
        let mut paths: Vec<Path> = std::mem::take(&mut self.beams[at])
            .into_iter()
            .filter(|path| matches!(path.state, State::Aligned(_)))
            .collect();
        best(&mut paths, FINALISTS);
        let end = paths.iter().take(LEADERS).map(|path| path.since).max()?;
        let mut end = usize::from(end);
        if end > 0
            && let Some(Token::Note(_)) = self.pieces.get(end).map(|piece| piece.token)
        {
            end += 1;
        }
        let rest = self.pieces[end..at]
            .iter()
            .filter(|piece| !matches!(piece.token, Token::Note(_)))
            .count();
        let start = self.pieces.first()?.range.start;
        let range = start
            ..end
                .checked_sub(1)
                .map_or(start, |last| self.pieces[last].range.end);
        let mut readings: Vec<Reading> = paths
            .iter()
            .filter(|path| usize::from(path.since) <= end)
            .map(|path| self.reading(path, rest))
            .collect();
        self.weigh_brackets(&range, &mut readings);
        self.weigh_words(&range, &mut readings);
        readings.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut seen = Vec::new();
        readings.retain(|reading| {
            let folded: Vec<u16> = reading
                .text
                .chars()
                .map(|c| self.page.cells.fold(c))
                .collect();
            let new = !seen.contains(&folded);
            seen.push(folded);
            new
        });
        readings.truncate(READINGS);
        Some(Found {
            range,
            readings,
            cut_short: self.work >= self.limit,
        })
    }

    /// What a path read, but for the last `rest` characters.
    fn reading(&self, path: &Path, rest: usize) -> Reading {
        let mut characters = Vec::with_capacity(usize::from(path.depth));
        let mut node = path.node as usize;
        while node != 0 {
            characters.push(self.arena[node].character);
            node = self.arena[node].before as usize;
        }
        let text = characters.iter().skip(rest).rev();
        let text = if self.page.folded {
            text.map(|&character| ascii(character)).collect()
        } else {
            text.collect()
        };
        Reading {
            text,
            score: path.score,
            lossy: path.lossy,
            dropped: usize::from(path.drops),
            unpaired: false,
        }
    }

    /// Adds how well a reading falls apart into words, together with its neighbours.
    fn weigh_words(&self, range: &Range<usize>, readings: &mut [Reading]) {
        let fold = |character| self.page.cells.fold(character);
        let text = self.page.text;
        let mut left = [' '; NEIGHBOURS];
        for character in sound_characters(&text[floor(text, range.start)..range.start]) {
            left.rotate_left(1);
            left[NEIGHBOURS - 1] = character;
        }
        let right = sound_characters(&text[range.end..]).take(NEIGHBOURS);
        let right: Vec<u16> = right.map(fold).collect();
        for reading in readings {
            let left = left.iter().filter(|&&character| character != ' ');
            let mut folded: Vec<u16> = left.map(|&character| fold(character)).collect();
            folded.extend(reading.text.chars().map(fold));
            folded.extend(&right);
            reading.score += self.page.model.segment(&folded);
            reading.score += PHRASE * self.page.model.phrases(&folded) as f32;
            reading.score += LONELY * self.page.model.lonely(&folded) as f32;
        }
    }

    /// Takes off for brackets and quotation marks that a reading leaves without partner.
    fn weigh_brackets(&self, range: &Range<usize>, readings: &mut [Reading]) {
        let line = line_around(self.page.text, range);
        let left = &self.page.text[line.start..range.start];
        let right = &self.page.text[range.end..line.end];
        let (left_marks, right_marks) = (marks(left.chars()), marks(right.chars()));
        let near = left.chars().rev().take(SHORT_QUOTE_REACH);
        let near: Vec<char> = near.collect();
        let around = unpaired(left_marks.iter().chain(&right_marks).copied());
        for reading in readings {
            let own = marks(reading.text.chars());
            let marks = left_marks.iter().chain(&own).chain(&right_marks);
            let lonely = unpaired(marks.copied());
            reading.unpaired = lonely > around;
            reading.score += UNPAIRED * lonely as f32;
            let around = near.iter().rev().copied().chain(reading.text.chars());
            if ends_in_short_quote(around.chain(right.chars().take(SHORT_QUOTE_REACH))) {
                reading.score += SHORT_QUOTE;
            }
        }
    }
}
