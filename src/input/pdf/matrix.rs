//! Places on a page.

/// `[a b c d e f]`, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Default for Matrix {
    fn default() -> Matrix {
        Matrix::shift(0.0, 0.0)
    }
}

impl Matrix {
    /// Moves by so much.
    pub(super) fn shift(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This first, and then `outer`.
    pub(super) fn within(self, outer: Matrix) -> Matrix {
        let [a, b, c, d, e, f] = self.0;
        let (x, y) = outer.at(e, f);
        let ((ax, ay), (bx, by)) = (outer.direction((a, b)), outer.direction((c, d)));
        Matrix([ax, ay, bx, by, x, y])
    }

    /// Where the origin comes to lie.
    pub(super) fn place(self) -> (f64, f64) {
        self.at(0.0, 0.0)
    }

    fn at(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// What becomes of a step.
    pub(super) fn direction(self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a * x + c * y, b * x + d * y)
    }
}
