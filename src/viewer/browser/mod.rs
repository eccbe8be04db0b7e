//! Effects on the browser. Nothing else in the viewer touches it.

mod keys;
mod modal;
mod pointer;
mod reading_place;
mod reveal;

pub(crate) use keys::{entered, typed};
pub(crate) use modal::show_modal;
pub(crate) use pointer::share_along;
pub(crate) use reading_place::follow_reading;
pub(crate) use reveal::{reveal, revealed_part};
