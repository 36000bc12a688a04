package docx

import "strings"

// order says for each element which children it has and in which order: Word is
// strict where other programs are not. Children joined by | share one place,
// one with + may stand more than once, and * is where all others have theirs.
const order = `
w:document      background body
w:hdr           *
w:ftr           *
w:body          * sectPr
w:p             pPr *
w:pPr           pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
w:numPr         ilvl numId numberingChange ins
w:pBdr          top left bottom right between bar
w:r             rPr *
w:rPr           ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
w:tbl           bookmarkStart|bookmarkEnd+ tblPr tblGrid *
w:tblPr         tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange
w:tblBorders    top left|start bottom right|end insideH insideV
w:tblCellMar    top left|start bottom right|end
w:tblGrid       gridCol+ tblGridChange
w:tr            tblPrEx trPr *
w:tc            tcPr *
w:tcPr          cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns|cellDel|cellMerge tcPrChange
w:tcBorders     top start|left bottom end|right insideH insideV tl2br tr2bl
w:sectPr        headerReference|footerReference+ footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange
w:pgBorders     top left bottom right
w:cols          col+
w:styles        docDefaults latentStyles style+
w:docDefaults   rPrDefault pPrDefault
w:rPrDefault    rPr
w:pPrDefault    pPr
w:style         name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr+
w:fonts         font+
w:font          altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic
w:compat        useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn *
wp:inline       extent effectExtent docPr cNvGraphicFramePr graphic
a:graphic       graphicData
a:p             pPr r|br|fld+ endParaRPr
a:r             rPr t
c:chartSpace    date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst
c:chart         title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst
c:title         tx layout overlay spPr txPr extLst
c:rich          bodyPr lstStyle p+
c:txPr          bodyPr lstStyle p+
c:plotArea      layout barChart|lineChart+ valAx|catAx|dateAx|serAx+ dTable spPr extLst
c:barChart      barDir grouping varyColors ser+ dLbls gapWidth overlap serLines+ axId+ extLst
c:lineChart     grouping varyColors ser+ dLbls dropLines hiLowLines upDownBars marker smooth axId+ extLst
c:ser           idx order tx spPr invertIfNegative pictureOptions marker dPt+ dLbls trendline+ errBars cat val smooth shape extLst
c:dLbls         dLbl+ delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst
c:strRef        f strCache extLst
c:numRef        f numCache extLst
c:strCache      ptCount pt+ extLst
c:numCache      formatCode ptCount pt+ extLst
c:catAx         axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst
c:valAx         axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses|crossesAt crossBetween majorUnit minorUnit dispUnits extLst
c:scaling       logBase orientation max min extLst
c:legend        legendPos legendEntry+ layout overlay spPr txPr extLst
`

// places is the place of each child among its brothers.
type places struct {
	at   map[string]int
	many map[int]bool
}

// orders reads the table.
func orders() map[string]places {
	all := map[string]places{}
	for line := range strings.Lines(order) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		p := places{at: map[string]int{}, many: map[int]bool{}}
		for i, word := range words[1:] {
			word, many := strings.CutSuffix(word, "+")
			p.many[i] = many || word == "*"
			for child := range strings.SplitSeq(word, "|") {
				p.at[child] = i
			}
		}
		all[words[0]] = p
	}
	return all
}

// follows tells whether child may stand after a brother at place last, and its
// own place. The first child stands after -1.
func (p places) follows(child string, last int) (at int, ok bool) {
	at, ok = p.at[child]
	if !ok {
		at, ok = p.at["*"]
	}
	return at, ok && (at > last || at == last && p.many[at])
}
