package org.binome.contract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.binome.contract.ReadBacks.Decision;
import org.binome.gate.ReadBackPolicy.Topic;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Has both sides restate the current revision of a contract alike (CON-04).
 */
public class ReadBackByBoth {

	private static final AtomicLong KEYS = new AtomicLong(5_000_000);

	private final ReadBacks readBacks;

	private final Contracts contracts;

	public ReadBackByBoth(ReadBacks readBacks, Contracts contracts) {
		this.readBacks = readBacks;
		this.contracts = contracts;
	}

	public void done(Contract contract) {
		restate(contract);
		compare(contract, Set.of(Topic.values()), Decision.COMPARED, "");
		assertThat(this.readBacks.understood(contract.id())).isTrue();
	}

	void restate(Contract contract) {
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		assertThat(this.readBacks.restateForUs(contract.id(), "manager", KEYS.incrementAndGet(),
				words("Nous l’entendons ainsi pour"), revision.number(), revision.sha256()))
			.isEmpty();
		partner(contract);
	}

	/** The partner's side alone. */
	public void partner(Contract contract) {
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		this.readBacks.invite(contract.id())
			.forEach((link) -> this.readBacks.restateForPartner(link, this.contracts.signer(contract.partnershipId()),
					words("Eux comprennent cela pour"), revision.sha256()));
	}

	void compare(Contract contract, Set<Topic> alike, Decision decision, String understanding) {
		Revision revision = this.contracts.current(contract.id()).orElseThrow();
		assertThat(this.readBacks.compare(contract.id(), KEYS.incrementAndGet(), alike, decision, understanding, "",
				"manager", revision.sha256()))
			.isEmpty();
	}

	static Map<Topic, String> words(String start) {
		Map<Topic, String> words = new EnumMap<>(Topic.class);
		Arrays.stream(Topic.values()).forEach((topic) -> words.put(topic, start + " " + topic));
		return words;
	}

}
