package org.binome.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs after all other process tests and counts: every sequence flow of every model must
 * have been taken at least once.
 */
@ProcessTest
@Order(Integer.MAX_VALUE)
class FlowCoverageTests {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	@Autowired
	Engine engine;

	@Test
	void everySequenceFlowWasTaken() throws Exception {
		Map<String, Set<String>> taken = this.engine.takenFlows();
		Map<String, Set<String>> missing = new TreeMap<>();
		StringBuilder report = new StringBuilder("Sequence flows taken:\n");
		for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath:bpmn/*.bpmn")) {
			Document document = parse(model);
			String process = ((Element) document.getElementsByTagNameNS(BPMN, "process").item(0)).getAttribute("id");
			Set<String> flows = flows(document);
			Set<String> untaken = new TreeSet<>(flows);
			untaken.removeAll(taken.getOrDefault(process, Set.of()));
			report.append("  %-13s %3d of %3d%n".formatted(process, flows.size() - untaken.size(), flows.size()));
			if (!untaken.isEmpty()) {
				missing.put(process, untaken);
			}
		}
		System.out.print(report);
		assertThat(missing).isEmpty();
	}

	private static Set<String> flows(Document document) {
		NodeList elements = document.getElementsByTagNameNS(BPMN, "sequenceFlow");
		Set<String> flows = new TreeSet<>();
		for (int index = 0; index < elements.getLength(); index++) {
			flows.add(((Element) elements.item(index)).getAttribute("id"));
		}
		return flows;
	}

	private static Document parse(Resource model) throws ParserConfigurationException, SAXException, IOException {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		try (InputStream stream = model.getInputStream()) {
			return factory.newDocumentBuilder().parse(stream);
		}
	}

}
