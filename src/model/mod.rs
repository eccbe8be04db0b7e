//! The room of nouns: what minutes consist of. Plain data, each with its place in the source; knows neither how it was
//! made nor how it is shown.

mod attendance;
mod decision;
mod meeting;
mod minutes;
mod note;
mod section;
mod speech;
mod words;

pub use attendance::{Attendee, AttendeeKind, Presence};
pub use decision::{Decision, Outcome, VoteMethod};
pub use meeting::{Meeting, MeetingDate, MinutesKind, PrintedTime, SessionNumber};
pub use minutes::Minutes;
pub use note::{Note, NoteKind};
pub use section::{AgendaItem, Content, List, ListItem, Section, SectionId, SectionKind};
pub use speech::{ImpliedSpeaker, Seat, SpeakerLabel, Speech, SpeechId, SpeechKind};
pub use words::{Gap, Joint, Words};
