// Package tui is eyes and hands: the screens and keys with which inspectors use
// a [inspection.Book]. It has never heard of a disk; what it needs of one is
// the [Recorder].
//
// A key goes to the screen on top. The screen asks the Book whether what it
// means is allowed, and hands the fact to App.take, which has it recorded and
// applied at once. The mark in the header says 保存中 until the writer reports
// that the disk has it, and only then 已存.
//
// App is the only tea.Model. Screens remember codes and numbers, never
// positions or copies, because the Book may change beneath them.
package tui
