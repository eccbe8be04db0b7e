//! 索引: values by name. One tree serves all of them, because each kind of tree is paid by every reader of the wasm.

use std::collections::BTreeMap;

/// Values by name, in the order in which they were added, found and ranged over by name.
#[derive(Clone, Debug)]
pub(crate) struct Index<V> {
    places: BTreeMap<String, usize>,
    values: Vec<V>,
}

impl<V> Default for Index<V> {
    fn default() -> Index<V> {
        Index { places: BTreeMap::new(), values: Vec::new() }
    }
}

impl<V> Index<V> {
    pub(crate) fn get(&self, name: &str) -> Option<&V> {
        self.places.get(name).and_then(|it| self.values.get(*it))
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// Adds a value, unless the name has one already.
    pub(crate) fn add(&mut self, name: &str, value: V) {
        if !self.places.contains_key(name) {
            self.places.insert(name.to_string(), self.values.len());
            self.values.push(value);
        }
    }

    /// The value of a name, for change; `None` never, but for a compiler that cannot know it.
    pub(crate) fn entry(&mut self, name: &str, value: V) -> Option<&mut V> {
        self.add(name, value);
        self.places.get(name).and_then(|it| self.values.get_mut(*it))
    }

    /// The values of the names that begin with `prefix`, and are longer, in the order of the names.
    pub(crate) fn beginning(&self, prefix: &str) -> impl Iterator<Item = &V> {
        let range = self.places.range::<str, _>((std::ops::Bound::Excluded(prefix), std::ops::Bound::Unbounded));
        range.take_while(move |it| it.0.starts_with(prefix)).filter_map(|it| self.values.get(*it.1))
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    #[test]
    fn values_are_found_by_name_and_by_how_it_begins() {
        let mut index = Index::default();
        index.add("小泉", 0);
        index.add("小泉進次郎", 1);
        index.add("小泉進次郎", 9);
        index.add("小林鷹之", 2);
        assert_eq!(index.get("小泉進次郎"), Some(&1));
        assert_eq!(index.beginning("小泉").collect::<Vec<_>>(), [&1]);
        assert_eq!(index.beginning("小").count(), 3);
        *index.entry("小泉", 7).unwrap() += 4;
        assert_eq!(index.get("小泉"), Some(&4));
    }
}
