// Package data keeps books on disk and reads and writes tables.
//
//	j, err := data.Open(path, data.Options{Witness: folder})
//	var book inspection.Book
//	err = j.Fold(&book)
//
//	fact, err := book.Answer(visit, "1.01", inspection.Change{Verdict: &met})
//	book.Apply(j.Take("张三", fact)) // at once, with the disk still at work
//	err = j.Flush()                 // now it is saved
//
// A book is one bbolt file. Its entries are the whole truth; the
// [inspection.Book] that they add up to is made in memory each time.
//
// # What is promised
//
// An entry is saved when [Journal.Saving] counts it as Saved or Flush has come
// back without an error: it is then on the disk, through kill -9 and a power
// cut. What waits is never dropped while the program runs: a full disk or a
// failed write is tried again until it works. All that waits goes into one
// transaction.
//
// Each device's entries form a chain of hashes, and each value has a check over
// its content and its place. [Verify] proves both.
//
// A copied or restored book gets a new device at its next opening, told by a
// witness file outside it. Its old entries stay as they are.
//
// Evidence lies in a folder beside the book, each file once under the SHA-256 of
// its bytes; see [EvidenceFolder]. Its bytes are on the disk before an entry
// speaks of them.
//
// # Caveats
//
//   - A book and its evidence belong together: who moves the one moves the other.
//
//   - A book belongs on a local disk. On a network share or in a folder that a
//     cloud service synchronises, locks and maps mean little; this is not
//     detected. Take bundles there instead.
//
//   - A whole machine cloned with its witness writes on as the same device on
//     both. The fork is found when they are joined, and both branches are kept.
//
//   - bbolt never gives space back. A book holds nothing that is ever deleted
//     but drafts, so there is little to give.
//
//   - The file is readable to whoever has it: suite 0 protects against
//     accidents, not against people.
package data
