package org.weft.workbook;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Parts of a package as trees. */
final class Xml {

    static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Xml() {}

    static Element root(byte[] part) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The children of this name. */
    static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE && child.getLocalName().equals(name)) {
                found.add((Element) child);
            }
        }
        return found;
    }

    /** Where the names lead to, one below the other. */
    static List<Element> path(Element from, String... names) {
        var found = List.of(from);
        for (var name : names) {
            found = found.stream()
                    .flatMap(element -> children(element, name).stream())
                    .toList();
        }
        return found;
    }

    static Optional<String> attribute(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    static int number(Element element, String name, int otherwise) {
        return attribute(element, name).map(Integer::parseInt).orElse(otherwise);
    }

    /** All elements of this name, however deep. */
    static List<Element> all(Element from, String name) {
        var nodes = from.getElementsByTagNameNS("*", name);
        var found = new ArrayList<Element>();
        for (var at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }
}
