package org.binome.process.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One BPMN or DMN file as a test reads it.
 */
record Model(Path file, Document document) {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

	static final String MODELER = "http://camunda.org/schema/modeler/1.0";

	static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

	static List<Model> processes() {
		return read(Models::processes);
	}

	static List<Model> decisions() {
		return read(Models::decisions);
	}

	private static List<Model> read(Listing source) {
		try {
			List<Model> models = new ArrayList<>();
			for (Path file : source.list()) {
				DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
				factory.setNamespaceAware(true);
				factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
				try (InputStream stream = Files.newInputStream(file)) {
					models.add(new Model(file, factory.newDocumentBuilder().parse(stream)));
				}
			}
			return models;
		}
		catch (IOException | ParserConfigurationException | SAXException ex) {
			throw new IllegalStateException("The models can't be read", ex);
		}
	}

	String id() {
		return elements(BPMN, "process").findFirst().orElseThrow().getAttribute("id");
	}

	Stream<Element> elements(String namespace, String name) {
		return children(this.document.getDocumentElement(), namespace, name);
	}

	/** The element's descendants of this name. */
	static Stream<Element> children(Element parent, String namespace, String name) {
		NodeList nodes = parent.getElementsByTagNameNS(namespace, name);
		List<Element> elements = new ArrayList<>();
		for (int index = 0; index < nodes.getLength(); index++) {
			elements.add((Element) nodes.item(index));
		}
		return elements.stream();
	}

	static Optional<Element> child(Element parent, String namespace, String name) {
		return children(parent, namespace, name).findFirst();
	}

	/** The flow element that an extension or event definition belongs to. */
	static Element owner(Element element) {
		Element owner = (Element) element.getParentNode();
		while (!owner.hasAttribute("id") || !BPMN.equals(owner.getNamespaceURI())
				|| owner.getLocalName().endsWith("EventDefinition")) {
			owner = (Element) owner.getParentNode();
		}
		return owner;
	}

	@FunctionalInterface
	interface Listing {

		List<Path> list() throws IOException;

	}

}
