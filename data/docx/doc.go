// Package docx writes official Chinese papers (公文) as Word documents, laid out
// after GB/T 9704-2012: A4, a type area of 156 × 225 mm, 22 lines a page, 小标宋,
// 仿宋, 黑体 and 楷体 by name, page numbers — 1 — outside.
//
//	d := docx.Document{Title: "反馈意见", Body: []docx.Block{
//		docx.Text(docx.Title, "关于示例一小的反馈意见"),
//		docx.Text(docx.Body, "……"),
//	}}
//	err := d.Write(w)
//
// An office gives its own document for its styles, page, header and footer to be
// taken, and Check says what would keep Word from opening a file:
//
//	d.Donor, err = docx.ReadDonor(file, size)
//
// It is written by hand because the libraries that there are set no East Asian
// face, have no footers with page numbers, or lose text that is split over runs.
// It knows nothing of inspections. The same document gives the same bytes.
package docx
