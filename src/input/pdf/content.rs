//! The letters of a page, each with its place: what the page's instructions draw, and nothing of its pictures and lines.

use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as Bytes};
use hayro_syntax::page::{Page, Resources};

use super::PdfError;
use super::bytes::Budget;
use super::font::{Font, Fonts};
use super::latin;
use super::matrix::Matrix;

/// Drawings within drawings.
const DEEPEST: usize = 12;
/// States that are kept for later.
const MOST_KEPT: usize = 512;

/// A letter on a page. `along` goes in the direction of reading and `across` from line to line, both in points.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) start: f64,
    pub(super) end: f64,
    /// The middle of the line.
    pub(super) across: f64,
    pub(super) size: f64,
    /// Which way it is read: quarter turns to the right from left-to-right; `None` for what is slanted.
    pub(super) turn: Option<u8>,
    pub(super) vertical: bool,
}

impl Glyph {
    pub(super) fn is_space(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

/// What is set for the letters that follow.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Reads pages one after the other.
#[derive(Default)]
pub(super) struct Reader {
    fonts: Fonts,
    pub(super) budget: Budget,
}

impl Reader {
    /// The letters of a page, in the order in which they are drawn.
    pub(super) fn page(&mut self, page: &Page<'_>) -> Result<Vec<Glyph>, PdfError> {
        let mut content = Vec::new();
        let mut streams: Vec<Stream<'_>> = Vec::new();
        match page.raw().get::<Object<'_>>("Contents") {
            Some(Object::Stream(it)) => streams.push(it),
            Some(Object::Array(list)) => {
                streams.extend(list.iter::<Object<'_>>().filter_map(Object::into_stream));
            }
            _ => {}
        }
        for stream in streams {
            content.extend(self.budget.decoded(&stream)?.unwrap_or_default());
            content.push(b'\n');
        }
        let state = State {
            page: Matrix(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut drawing = Drawing::new(state);
        drawing.run(self, &content, page.resources(), 0)?;
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        drawing.glyphs.retain(|it| it.is_within(width, height));
        Ok(drawing.glyphs)
    }
}

impl Glyph {
    /// Whether it lies on the page.
    fn is_within(&self, width: f64, height: f64) -> bool {
        let (x, y) = match self.turn {
            Some(0) => (self.start, self.across),
            Some(1) => (-self.across, self.start),
            Some(2) => (-self.start, -self.across),
            Some(_) => (self.across, -self.start),
            None => return true,
        };
        let fits = |at: f64, most: f64| (-self.size..=most + self.size).contains(&at);
        fits(x, width) && fits(y, height)
    }
}

/// A page that is being drawn.
struct Drawing {
    state: State,
    kept: Vec<State>,
    /// Where the next letter goes, and where the line began.
    pen: Matrix,
    line: Matrix,
    glyphs: Vec<Glyph>,
    /// For each part that is open: what it says instead of its letters, and how many letters there were before.
    parts: Vec<Option<(String, usize)>>,
    /// Which drawings are being drawn, and how many were.
    within: Vec<ObjectIdentifier>,
    n_forms: usize,
}

impl Drawing {
    fn new(state: State) -> Drawing {
        let (pen, line) = (Matrix::default(), Matrix::default());
        let (kept, glyphs, parts, within) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Drawing { state, kept, pen, line, glyphs, parts, within, n_forms: 0 }
    }

    fn run(&mut self, reader: &mut Reader, bytes: &[u8], within: &Resources<'_>, depth: usize) -> Result<(), PdfError> {
        let (n_kept, n_parts) = (self.kept.len(), self.parts.len());
        let mut instructions = UntypedIter::new(bytes);
        while let Some(it) = instructions.next() {
            reader.budget.step()?;
            let operands: Vec<&Object<'_>> = it.operands().collect();
            match &**it.operator {
                b"Do" => self.draw_form(reader, operands.first(), within, depth)?,
                b"Tf" => self.set_font(reader, &operands, within)?,
                b"BDC" => self.open_part(&operands, within),
                b"BMC" => self.parts.push(None),
                b"EMC" if self.parts.len() > n_parts => self.close_part(),
                b"q" if self.kept.len() < MOST_KEPT => self.kept.push(self.state.clone()),
                b"Q" if self.kept.len() > n_kept => {
                    if let Some(state) = self.kept.pop() {
                        self.state = state;
                    }
                }
                operator => self.instruct(&mut reader.budget, operator, &operands)?,
            }
        }
        while self.kept.len() > n_kept {
            if let Some(state) = self.kept.pop() {
                self.state = state;
            }
        }
        while self.parts.len() > n_parts {
            self.close_part();
        }
        Ok(())
    }

    fn instruct(&mut self, budget: &mut Budget, operator: &[u8], operands: &[&Object<'_>]) -> Result<(), PdfError> {
        let number = |idx: usize| match operands.get(idx) {
            Some(Object::Number(it)) => it.as_f64(),
            _ => 0.0,
        };
        let matrix = || Matrix([number(0), number(1), number(2), number(3), number(4), number(5)]);
        match operator {
            b"cm" => self.state.page = matrix().within(self.state.page),
            b"BT" => (self.pen, self.line) = (Matrix::default(), Matrix::default()),
            b"Tm" => (self.pen, self.line) = (matrix(), matrix()),
            b"Td" => self.go(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.go(number(0), number(1));
            }
            b"T*" => self.go(0.0, -self.state.leading),
            b"Tc" => self.state.letter_space = number(0),
            b"Tw" => self.state.word_space = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Tj" => self.show(budget, operands.first())?,
            b"'" => {
                self.go(0.0, -self.state.leading);
                self.show(budget, operands.first())?;
            }
            b"\"" => {
                (self.state.word_space, self.state.letter_space) = (number(0), number(1));
                self.go(0.0, -self.state.leading);
                self.show(budget, operands.get(2))?;
            }
            b"TJ" => {
                if let Some(Object::Array(list)) = operands.first() {
                    self.show_list(budget, list)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn go(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).within(self.line);
        self.pen = self.line;
    }

    fn set_font(
        &mut self,
        reader: &mut Reader,
        operands: &[&Object<'_>],
        within: &Resources<'_>,
    ) -> Result<(), PdfError> {
        if let [Object::Name(name), Object::Number(size)] = operands {
            self.state.size = size.as_f64();
            self.state.font = match within.get_font(name) {
                Some(dict) => reader.fonts.font(&dict, &mut reader.budget)?,
                None => None,
            };
        }
        Ok(())
    }

    fn show_list(&mut self, budget: &mut Budget, list: &Array<'_>) -> Result<(), PdfError> {
        for it in list.iter::<Object<'_>>() {
            budget.step()?;
            match it {
                Object::Number(it) => {
                    let back = -it.as_f64() / 1000.0 * self.state.size;
                    self.advance(back);
                }
                it => self.show(budget, Some(&&it))?,
            }
        }
        Ok(())
    }

    /// Moves the pen: to the right, or up in a vertical font.
    fn advance(&mut self, by: f64) {
        let is_vertical = self.state.font.as_ref().is_some_and(|it| it.vertical);
        let shift = if is_vertical { Matrix::shift(0.0, by) } else { Matrix::shift(by * self.state.stretch, 0.0) };
        self.pen = shift.within(self.pen);
    }

    fn show(&mut self, budget: &mut Budget, string: Option<&&Object<'_>>) -> Result<(), PdfError> {
        let (Some(Object::String(bytes)), Some(font)) = (string, self.state.font.clone()) else { return Ok(()) };
        for letter in font.letters(bytes.as_bytes()) {
            budget.letter(self.glyphs.len())?;
            let length = letter.advance * self.state.size;
            let length = if font.vertical { -length } else { length };
            self.glyphs.extend(self.glyph(letter.text, length, font.vertical));
            let word_space = if letter.is_space_byte { self.state.word_space } else { 0.0 };
            self.advance(length + self.state.letter_space + word_space);
        }
        Ok(())
    }

    /// The letter where the pen is; none where it has no size or no place.
    fn glyph(&self, text: String, length: f64, vertical: bool) -> Option<Glyph> {
        let pen = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise]).within(self.pen).within(self.state.page);
        let (along, length) = if vertical { ((0.0, -1.0), -length) } else { ((1.0, 0.0), length * self.state.stretch) };
        let (dx, dy) = pen.direction(along);
        let scale = dx.hypot(dy);
        let (rise_x, rise_y) = pen.direction((along.1, -along.0));
        let size = if vertical { scale } else { rise_x.hypot(rise_y) } * self.state.size.abs();
        let (dx, dy) = (dx / scale, dy / scale);
        let (x, y) = pen.place();
        if ![dx, dy, x, y].iter().all(|it| it.is_finite()) || !(0.5..1000.0).contains(&size) {
            return None;
        }
        let turn = match (dx, dy) {
            _ if dx > 0.98 => Some(0),
            _ if dy > 0.98 => Some(1),
            _ if dx < -0.98 => Some(2),
            _ if dy < -0.98 => Some(3),
            _ => None,
        };
        let (start, line) = (dx * x + dy * y, dx * y - dy * x);
        let end = start + length * scale;
        // A letter stands on its line in horizontal writing, and is centred on it in vertical writing.
        let across = if vertical { line } else { line - 0.38 * size };
        Some(Glyph { text, start: start.min(end), end: start.max(end), across, size, turn, vertical })
    }

    /// Draws a drawing that is kept under a name.
    fn draw_form(
        &mut self,
        reader: &mut Reader,
        name: Option<&&Object<'_>>,
        within: &Resources<'_>,
        depth: usize,
    ) -> Result<(), PdfError> {
        let Some(Object::Name(name)) = name else { return Ok(()) };
        let Some(form) = within.get_x_object(name).filter(|_| depth < DEEPEST) else { return Ok(()) };
        if form.dict().get::<Name<'_>>("Subtype").as_deref() != Some(b"Form") {
            return Ok(());
        }
        // What draws itself would never end.
        let id = form.obj_id();
        if self.within.contains(&id) {
            return Ok(());
        }
        reader.budget.form(self.n_forms)?;
        self.n_forms += 1;
        let Some(content) = reader.budget.decoded(&form)? else { return Ok(()) };
        let before = (self.state.clone(), self.pen, self.line);
        if let Some(matrix) = form.dict().get::<[f64; 6]>("Matrix") {
            self.state.page = Matrix(matrix).within(self.state.page);
        }
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        self.within.push(id);
        self.run(reader, &content, own.as_ref().unwrap_or(within), depth + 1)?;
        self.within.pop();
        (self.state, self.pen, self.line) = before;
        Ok(())
    }

    /// A part of the page that may say what its letters are.
    fn open_part(&mut self, operands: &[&Object<'_>], within: &Resources<'_>) {
        let properties = match operands.get(1) {
            Some(Object::Dict(it)) => Some((*it).clone()),
            Some(Object::Name(name)) => within.properties.get::<Dict<'_>>(name),
            _ => None,
        };
        let says = properties.and_then(|it| it.get::<Bytes<'_>>("ActualText")).map(|it| latin::words(it.as_bytes()));
        self.parts.push(says.map(|it| (it, self.glyphs.len())));
    }

    /// Puts what a part says in place of its letters, where they stand on one line.
    fn close_part(&mut self) {
        let Some(Some((says, n_before))) = self.parts.pop() else { return };
        let Some([first, rest @ ..]) = self.glyphs.get_mut(n_before..) else { return };
        let same_line = |it: &Glyph| {
            it.turn == first.turn && (it.across - first.across).abs() < first.size && it.start >= first.start
        };
        if rest.iter().all(same_line) {
            first.text = says;
            first.end = rest.iter().map(|it| it.end).fold(first.end, f64::max);
            self.glyphs.truncate(n_before + 1);
        }
    }
}
