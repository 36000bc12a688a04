package docx

// Document is what is written: blocks from top to bottom.
type Document struct {
	Title  string // of the file's properties, not printed
	Header string // small, at the top of each page; empty for none; a Donor has its own
	Body   []Block
	Donor  *Donor // whose styles, header and footer are taken; nil for our own
}

// Block is a paragraph, a table, a chart or a page break.
type Block interface{ block() }

// Style names what a paragraph is. The layout of each is in styles.xml, so that
// an office's own document can give it another.
type Style uint8

// The styles.
const (
	Body       Style = iota // 正文：三号仿宋，首行缩进二字
	Title                   // 标题：二号小标宋，居中
	Heading1                // 一、黑体
	Heading2                // （一）楷体
	Heading3                // 1. 仿宋加粗
	Address                 // 主送机关：顶格
	Signed                  // 落款、成文日期：右空
	Centre                  // 编号、副题：居中
	Note                    // 说明、口径：小四号
	InCell                  // 表格正文：小四号
	InHead                  // 表头：小四号黑体，居中
	InCentre                // 表格正文，居中
	InNumber                // 表格数字，居右
	FormTitle               // 表单标题：小二号黑体，居中，用于底稿、记录等表单
	Fine                    // 小五号：校验值等，人不必读的
	styleCount              // not a style
)

// Paragraph is text in one style. Line ends in it become line breaks.
type Paragraph struct {
	Style Style
	Runs  []Run
	Next  bool // stays on the page of what follows
}

// Run is a piece of a paragraph.
type Run struct {
	Text      string
	Bold      bool
	Underline bool
	Grey      bool
}

// Text is a paragraph of one run.
func Text(s Style, text string) Paragraph { return Paragraph{Style: s, Runs: []Run{{Text: text}}} }

// Table is rows of cells between borders. Its first Head rows stand again on
// every page.
type Table struct {
	Widths []int // of the columns, in parts of the whole width
	Head   int
	Rows   []Row
	Plain  bool // without borders, for signatures side by side
}

// Row is one row of a table. It is not split between pages unless Long.
type Row struct {
	Cells  []Cell
	Height int  // at least, in millimetres
	Long   bool // may go on on the next page
}

// Cell is one cell. Span and Down are how many columns and rows it takes; 0 is
// one. A cell that lies under a Down is left out of its row.
type Cell struct {
	Paragraphs []Paragraph
	Span, Down int
	Shaded     bool
}

// Chart is a native chart with its numbers inside, drawn by the reader's own
// program.
type Chart struct {
	Kind   ChartKind
	Title  string
	Labels []string
	Series []Series
	Height int    // in millimetres; 0 is 80
	Says   string // what it shows, for who cannot see it
}

// ChartKind is a kind of chart.
type ChartKind uint8

// The kinds of chart.
const (
	Bars    ChartKind = iota // horizontal bars beside each other
	Stacked                  // horizontal bars in one, by share
	Columns                  // upright
	Lines
)

// Series is one row of a chart's numbers.
type Series struct {
	Name   string
	Values []float64
	Colour string // RRGGBB
}

// Break begins a new page. The pages from there on lie on their side if it is
// Landscape, and stand if it is not.
type Break struct{ Landscape bool }

func (Paragraph) block() {}
func (Table) block()     {}
func (Chart) block()     {}
func (Break) block()     {}
