package org.binome.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.binome.gate.Gate;
import org.binome.gate.Overrides;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs after all other process tests and counts: every sequence flow of every model must
 * have been taken at least once, and every gate held, cleared and overridden.
 */
@ProcessTest
@Order(Integer.MAX_VALUE)
class CoverageTests {

	private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	@Autowired
	Engine engine;

	@Autowired
	JdbcClient jdbc;

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

	/**
	 * GOV-16. Cleared means: held, then passed by the same partnership or programme
	 * without a finding.
	 */
	@Test
	void everyGateWasHeldClearedAndOverridden() {
		Set<String> cleared = gates("""
				select distinct held.gate from gate_evaluation held
					join gate_evaluation passed on passed.subject_id = held.subject_id and passed.gate = held.gate
				where held.verdict = 'HELD' and passed.verdict = 'PASSED' and passed.id > held.id""");
		Set<String> overridden = gates("select distinct gate from gate_evaluation where override_id is not null");
		Set<String> all = Arrays.stream(Gate.values()).map(Gate::id).collect(Collectors.toSet());
		assertThat(cleared).isEqualTo(all);
		Overrides.IRREVERSIBLE.forEach((gate) -> all.remove(gate.id()));
		assertThat(overridden).isEqualTo(all);
	}

	private Set<String> gates(String sql) {
		return new TreeSet<>(this.jdbc.sql(sql).query(String.class).list());
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
