//! The room of asking: who spoke and how much, what a filter leaves, where a place is. Pure; knows no screen.

mod address;
mod answered;
mod correction;
mod filter;
mod folding;
mod groups;
mod language;
mod leaves;
mod outline;
mod place;
mod quote;
mod search;
mod set;
mod speakers;
mod strip;
mod title;

pub use address::{Addressed, address, find_address, leaf_at, speaker_of};
pub use answered::answered;
pub(crate) use correction::place_corrections;
pub use correction::{Corrected, Correction, units};
pub use filter::{Run, runs};
pub use groups::{Group, GroupName, groups};
pub use language::language;
pub use leaves::{Leaf, leaves};
pub use outline::{OutlineEntry, outline};
pub use place::{Place, place, section_of};
pub use quote::{Passage, QuoteForm, quote, speaker};
pub use search::{Haystack, Hit, Query};
pub use set::Set;
pub use speakers::{Speaker, Who, attendee_speeches, characters, presides, speakers, who};
#[cfg(feature = "viewer")]
pub(crate) use strip::scaled;
pub use strip::{STRIP_LENGTH, Segment, segment_at, strip};
pub use title::{Title, title};
