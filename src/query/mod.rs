//! The room of asking: who spoke and how much, what a filter leaves, where a place is. Pure; knows no screen.

mod filter;
mod groups;
mod outline;
mod place;
mod set;
mod speakers;
mod strip;
mod title;

pub use filter::{Run, runs};
pub use groups::{Group, GroupName, groups};
pub use outline::{OutlineEntry, outline};
pub use place::{Place, place, section_of};
pub use set::Set;
pub use speakers::{Speaker, Who, attendee_speeches, characters, presides, speakers, who};
pub use strip::{STRIP_LENGTH, Segment, segment_at, strip};
pub use title::{Title, title};
