import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { title: "みなと市議会", icons: "data:," };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="ja">
      <body>{children}</body>
    </html>
  );
}
