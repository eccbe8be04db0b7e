//! A small set. Choices are few, so a sorted list holds them; a tree would only make the wasm larger.

use std::ops::RangeInclusive;

/// A small set, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T> Default for Set<T> {
    fn default() -> Set<T> {
        Set(Vec::new())
    }
}

impl<T: Copy + Ord> Set<T> {
    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether `it` is in it.
    #[must_use]
    pub fn contains(&self, it: T) -> bool {
        self.0.binary_search(&it).is_ok()
    }

    /// Whether any of `range` is in it.
    #[must_use]
    pub fn any_in(&self, range: &RangeInclusive<T>) -> bool {
        self.0.iter().any(|it| range.contains(it))
    }

    /// Puts `it` in.
    pub fn insert(&mut self, it: T) {
        if let Err(at) = self.0.binary_search(&it) {
            self.0.insert(at, it);
        }
    }

    /// Puts `it` in, or takes it out if it was there.
    pub fn toggle(&mut self, it: T) {
        match self.0.binary_search(&it) {
            Ok(at) => {
                self.0.remove(at);
            }
            Err(at) => self.0.insert(at, it),
        }
    }

    /// Leaves only those for which `keep` holds.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// All of it, in order.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        self.0.iter().copied()
    }
}

impl<T: Copy + Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Set<T> {
        let mut set = Set::default();
        for it in items {
            set.insert(it);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_in_order_and_holds_each_once() {
        let set: Set<u8> = [3, 1, 3, 2].into_iter().collect();
        assert_eq!(set.iter().collect::<Vec<_>>(), [1, 2, 3]);
        assert!(set.contains(2) && !set.contains(4));
        assert!(set.any_in(&(3..=9)) && !set.any_in(&(4..=9)));
    }

    #[test]
    fn toggling_twice_changes_nothing() {
        let mut set: Set<u8> = [1].into_iter().collect();
        set.toggle(2);
        assert_eq!(set.len(), 2);
        set.toggle(2);
        assert_eq!(set, [1].into_iter().collect());
    }
}
