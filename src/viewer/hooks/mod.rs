//! Effects on the browser. Nothing else in the viewer touches it.

mod find_in_page;
mod modal;
mod pointer;
mod reading_place;
mod reveal;

pub(crate) use find_in_page::use_find_in_page;
pub(crate) use modal::use_modal;
pub(crate) use pointer::share_along;
pub(crate) use reading_place::use_reading_place;
pub(crate) use reveal::use_reveal;
