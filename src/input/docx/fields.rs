//! Fields: what Word works out while it prints. The result stands in the file and is read; the instruction is not.

/// An instruction that is longer is none of those that are read.
const LONGEST: usize = 1000;

/// The fields that are open, the innermost last: the instruction, while it is being read.
#[derive(Default)]
pub(super) struct Fields(Vec<Option<String>>);

/// Letters with a reading over them, or in a frame, as older versions of Word set them.
#[derive(Debug, PartialEq)]
pub(super) struct Overlaid {
    pub(super) base: String,
    pub(super) reading: String,
}

impl Fields {
    /// Goes on by a mark of a field. What a field shows that has no result in the file.
    pub(super) fn step(&mut self, mark: &str) -> Option<Overlaid> {
        match mark {
            "begin" => self.0.push(Some(String::new())),
            "separate" => {
                if let Some(it) = self.0.last_mut() {
                    *it = None;
                }
            }
            "end" => return overlaid(&self.0.pop()??),
            _ => {}
        }
        None
    }

    pub(super) fn instruction(&mut self, words: &str) {
        if let Some(Some(it)) = self.0.last_mut()
            && it.len() + words.len() < LONGEST
        {
            it.push_str(words);
        }
    }

    /// Whether what is met now belongs to an instruction.
    pub(super) fn in_instruction(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }
}

/// Letters laid over each other, `EQ \o\ad(\s\up 9(うみの),海野)` and `EQ \o\ac(○,印)`: the last are what is read.
fn overlaid(instruction: &str) -> Option<Overlaid> {
    let rest = instruction.trim_start();
    let name = rest.get(..2)?;
    let (options, inside) = rest.get(2..)?.split_once("\\o")?.1.split_once('(')?;
    if !name.eq_ignore_ascii_case("EQ") || options.len() > 8 {
        return None;
    }
    let inside = inside.trim_end().strip_suffix(')')?;
    let (over, base) = inside.rsplit_once([',', ';', '、'])?;
    // 「\s\up 9(うみの)」: a reading is raised, a frame is not.
    let raised = over.split_once("\\up").and_then(|it| it.1.split_once('(')).map(|it| it.1.trim_end_matches(')'));
    Some(Overlaid { base: base.trim_matches(' ').to_owned(), reading: raised.unwrap_or_default().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_are_laid_over_others_are_told_from_them() {
        let of = |it: &str| overlaid(it).map(|it| (it.base, it.reading));
        let want = |base: &str, reading: &str| Some((base.to_owned(), reading.to_owned()));
        assert_eq!(
            of(r#" EQ \* jc2 \* "Font:ＭＳ 明朝" \* hps10 \o\ad(\s\up 9(うみの),海野)"#),
            want("海野", "うみの")
        );
        assert_eq!(of(r" eq \o\ac(○,印)"), want("印", ""));
        assert_eq!(of(" PAGE "), None);
        assert_eq!(of("TOC \\o \"1-3\""), None);
        assert_eq!(of("議事録 \\o(あ,い)"), None);
    }
}
