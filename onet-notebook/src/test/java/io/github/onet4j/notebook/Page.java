package io.github.onet4j.notebook;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What a browser makes of the HTML of a display. It is well-formed XML, which is parsed strictly: whatever is not
 * escaped ends in an exception or in an element too many.
 */
record Page(Document document) {
    static Page of(Display display) throws Exception {
        return new Page(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(display.toHtml()))));
    }

    List<Element> elements(String name) {
        return elements(document.getElementsByTagName(name));
    }

    static List<Element> children(Element parent, String name) {
        return elements(parent.getElementsByTagName(name));
    }

    /** Returns the cells of each row below a header. */
    List<List<String>> rows() {
        return elements("tbody").stream()
                .flatMap(body -> children(body, "tr").stream())
                .map(row -> Stream.concat(children(row, "th").stream(), children(row, "td").stream())
                        .map(Element::getTextContent)
                        .toList())
                .toList();
    }

    String text() {
        return document.getDocumentElement().getTextContent();
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
