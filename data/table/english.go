package table

import "xuncha/data/bilingual"

// say says what is wrong with a file, in Chinese as it is written here and in
// the English of the table below.
func say(format string, args ...any) bilingual.Text { return inEnglish.Say(format, args...) }

// inEnglish has the English of all formats, in the order of the Chinese.
var inEnglish = bilingual.Table{}
