package org.weft.workbook.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/**
 * What the document consists of, beside how it looks: headings, paragraphs, tables and figures in the order they are
 * read (ISO 32000-1, 14.7), for those who have it read to them.
 */
final class Structure {

    private final PDDocumentCatalog catalog;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();

    Structure(PDDocument document) {
        catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var info = new PDMarkInfo();
        info.setMarked(true);
        catalog.setMarkInfo(info);
        root.appendKid(whole);
    }

    PDStructureElement whole() {
        return whole;
    }

    PDStructureElement add(PDStructureElement parent, String type) {
        var element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** A figure, in words for those who do not see it. */
    PDStructureElement figure(PDStructureElement parent, String words, PDRectangle place) {
        var figure = add(parent, "Figure");
        figure.setAlternateDescription(words);
        var layout = new PDLayoutAttributeObject();
        layout.setBBox(place);
        figure.addAttribute(layout);
        return figure;
    }

    /** A heading of a table's column or row. */
    PDStructureElement heading(PDStructureElement row, boolean ofColumn) {
        var heading = add(row, "TH");
        var attributes = new PDTableAttributeObject();
        attributes.setScope(ofColumn ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
        heading.addAttribute(attributes);
        return heading;
    }

    /** @return the number that marks what is drawn next on the page as belonging to the element */
    int mark(PDStructureElement element, PDPage page) {
        var here = marked.computeIfAbsent(page, first -> {
            page.setStructParents(marked.size());
            return new ArrayList<>();
        });
        var reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(here.size());
        element.appendKid(reference);
        here.add(element);
        return here.size() - 1;
    }

    /** Says which element each mark on each page belongs to. */
    void finish() throws IOException {
        var numbers = new HashMap<Integer, PDParentTreeValue>();
        marked.forEach((page, elements) -> {
            var parents = new COSArray();
            elements.forEach(parents::add);
            numbers.put(page.getStructParents(), new PDParentTreeValue(parents));
        });
        var tree = new PDNumberTreeNode(new COSDictionary(), PDParentTreeValue.class);
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(numbers.size());
        root.getCOSObject().setItem(COSName.getPDFName("ParentTreeNextKey"), COSInteger.get(numbers.size()));
    }
}
