package org.weft.workbook;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.weft.base.Translations;

/** How sheets print: A4, landscape, as wide as the page, with title and page numbers. */
final class PageSetup {

    private final String title;
    private final String pageOf;

    PageSetup(Translations translations, WorkbookSpec spec) {
        // In headers and footers "&" starts a command.
        this.title = SheetText.clean(spec.title()).replace("&", "&&");
        this.pageOf = translations.translate("workbook.write.page", spec.locale(), "&P", "&N");
    }

    void apply(Sheet sheet) {
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setLeft(title);
        sheet.getFooter().setRight(pageOf);
    }
}
