package org.binome.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.binome.gate.Gate;
import org.binome.gate.Gates;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Refuses to start with a model that asks a gate which nothing checks: otherwise the
 * first partnership to get there would find out.
 */
@Component
class GateTasks implements SmartInitializingSingleton {

	private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";

	private final Gates gates;

	GateTasks(Gates gates) {
		this.gates = gates;
	}

	@Override
	public void afterSingletonsInstantiated() {
		asked().forEach((id, model) -> {
			if (!this.gates.checked().contains(Gate.of(id))) {
				throw new IllegalStateException("The model " + model + " asks the gate '" + id
						+ "', which nothing checks; take its task out of the model or write its GateCheck");
			}
		});
	}

	private static Map<String, String> asked() {
		var asked = new TreeMap<String, String>();
		try {
			for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
				addAsked(model, asked);
			}
		}
		catch (IOException | SAXException | ParserConfigurationException ex) {
			throw new IllegalStateException("The models of bpmn/ can't be read", ex);
		}
		return asked;
	}

	private static void addAsked(Resource model, Map<String, String> asked)
			throws IOException, SAXException, ParserConfigurationException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		try (InputStream in = model.getInputStream()) {
			NodeList headers = factory.newDocumentBuilder().parse(in).getElementsByTagNameNS(ZEEBE, "header");
			for (int index = 0; index < headers.getLength(); index++) {
				var header = (Element) headers.item(index);
				if ("gate".equals(header.getAttribute("key"))) {
					asked.put(header.getAttribute("value"), model.getFilename());
				}
			}
		}
	}

}
