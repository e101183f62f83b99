package org.binome.gate;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.binome.gate.Gates.Origin;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Partnerships that meet gates.
 */
@TestComponent
class GateScene {

	private static final AtomicLong KEYS = new AtomicLong(1000);

	private final JdbcClient jdbc;

	private final Organisations organisations;

	private final Partnerships partnerships;

	private final Gates gates;

	GateScene(JdbcClient jdbc, Organisations organisations, Partnerships partnerships, Gates gates) {
		this.jdbc = jdbc;
		this.organisations = organisations;
		this.partnerships = partnerships;
		this.gates = gates;
	}

	/** A programme of its own, owned by this user. */
	UUID programme(String owner) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into programme (id, name, partnership_type, owner, language)
				values (?, ?, 'marketing', ?, 'fr')""").params(id, "Programme " + id, owner).update();
		return id;
	}

	/** A partnership owned by this user in a programme of the manager. */
	UUID partnership(String owner) {
		UUID programme = programme("manager");
		Organisation organisation = this.organisations.add("Organisation " + programme,
				"https://" + programme + ".example", "FR", "fr", ZoneId.of("Europe/Paris"), null);
		Person person = this.organisations.addPerson(organisation.id(), "Direction du marketing",
				"marketing@" + programme + ".example", "marketing");
		return this.partnerships.open(programme, organisation.id(), person.id(), "marketing", owner).id();
	}

	/** Asks the gate from a new place; the policy finds these things. */
	boolean ask(UUID subject, Gate gate, String... findings) {
		return this.gates.record(gate, subject, Verdict.of(Stream.of(findings).map(GateScene::finding).toList()),
				place());
	}

	static Origin place() {
		return new Origin(1, 1, KEYS.incrementAndGet());
	}

	static Finding finding(String text) {
		return new Finding("QUA-06", text + " (fr)", text, "À corriger", "Correct it");
	}

	static List<Finding> findings(String... texts) {
		return Stream.of(texts).map(GateScene::finding).toList();
	}

}
