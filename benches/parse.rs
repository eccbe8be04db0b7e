//! How many megabytes of minutes are read in a second, beside a bare search for line ends.
//!
//! `cargo bench` prints both; the second is about as fast as anything can be that looks at every byte.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const MINUTES: &str = "\
みなと市図書館協議会 第３回会議 議事概要

1 日時

令和5年6月14日（水） 14時00分～15時30分

2 場所

みなと市役所3階会議室

3 出席者（敬称略）

空野 弘\t会長
海野 渚\tみなと大学教授
川辺 灯\t公募委員
水上 遥\t図書館長

4 議事概要

";

const TURN: &str = "\
○海野委員

開館時間の延長に賛成する。ただし、職員の負担については十分に配慮していただきたい。また、次年度の計画の案を拝見すると、\
児童書の充実が重点に挙げられており、これまでの議論が生かされていると考える。その上で二点申し上げる。

1点目は、図書館の職員の研修についてである。利用者の相談に応じる力は、研修なしには育たない。予算の裏付けを求めたい。

○川辺委員

私からは、地域の集まりの場としての図書館について申し上げる。

（「異議なし」と声あり）

【報告事項】

- ・図書館の利用の状況について
- ・次回の日程について

○空野会長

それでは、次に移る。

";

/// Minutes of about so many bytes: one head, and turns of speech after it, with a heading now and then.
fn minutes(n_bytes: usize) -> String {
    let mut text = MINUTES.to_owned();
    let mut number = 0;
    while text.len() < n_bytes {
        if number % 20 == 0 {
            text.push_str(&format!("（{}）議題{}\n\n", number / 20 + 1, number / 20 + 1));
        }
        text.push_str(TURN);
        number += 1;
    }
    text.push_str("－ 以上 －\n");
    text
}

#[divan::bench(args = [1, 10], sample_count = 10)]
fn parse_megabytes(bencher: Bencher<'_, '_>, n_megabytes: usize) {
    parse_megabytes_of(bencher, n_megabytes);
}

/// The longest text by itself, few times: a hundred megabytes take what ten take, ten times over.
#[divan::bench(args = [100], sample_count = 3, sample_size = 1)]
fn parse_longest(bencher: Bencher<'_, '_>, n_megabytes: usize) {
    parse_megabytes_of(bencher, n_megabytes);
}

fn parse_megabytes_of(bencher: Bencher<'_, '_>, n_megabytes: usize) {
    let text = minutes(n_megabytes * 1_000_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .with_inputs(|| text.clone())
        .bench_values(|text| gijiroku::parse(black_box(text)));
}

#[divan::bench(args = [1, 10, 100], sample_count = 10)]
fn line_ends_of_megabytes(bencher: Bencher<'_, '_>, n_megabytes: usize) {
    let text = minutes(n_megabytes * 1_000_000);
    bencher.counter(BytesCount::of_str(&text)).bench(|| black_box(&text).bytes().filter(|it| *it == b'\n').count());
}
