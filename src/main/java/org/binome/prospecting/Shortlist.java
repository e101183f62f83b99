package org.binome.prospecting;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.binome.decision.Timeline;
import org.binome.partner.ContactDetail;
import org.binome.partner.ContactDetails;
import org.binome.partner.Organisation;
import org.binome.partner.Organisations;
import org.binome.partner.Partnership;
import org.binome.partner.Partnerships;
import org.binome.partner.Person;
import org.binome.signal.Signals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The candidates retained, and the partnerships that are opened with them.
 */
@Service
public class Shortlist {

	private final JdbcClient jdbc;

	private final Programmes programmes;

	private final Candidates candidates;

	private final Organisations organisations;

	private final ContactDetails details;

	private final Partnerships partnerships;

	private final Signals signals;

	private final Timeline timeline;

	private final TransactionTemplate transaction;

	Shortlist(JdbcClient jdbc, Programmes programmes, Candidates candidates, Organisations organisations,
			ContactDetails details, Partnerships partnerships, Signals signals, Timeline timeline,
			TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.programmes = programmes;
		this.candidates = candidates;
		this.organisations = organisations;
		this.details = details;
		this.partnerships = partnerships;
		this.signals = signals;
		this.timeline = timeline;
		this.transaction = transaction;
	}

	/**
	 * Retains exactly these candidates.
	 * @return how many
	 * @throws IllegalArgumentException if one of them is not on the longlist
	 */
	@Transactional
	public int choose(UUID programmeId, Collection<UUID> candidateIds, String reason) {
		Set<UUID> chosen = new HashSet<>(candidateIds);
		this.jdbc.sql("update programme set shortlist_reason = ? where id = ?").params(reason, programmeId).update();
		this.jdbc.sql("update candidate set shortlisted = false where programme_id = ? and shortlisted")
			.param(programmeId)
			.update();
		if (chosen.isEmpty()) {
			return 0;
		}
		int marked = this.jdbc
			.sql("update candidate set shortlisted = true where programme_id = :programme and id in (:chosen)")
			.param("programme", programmeId)
			.param("chosen", chosen)
			.update();
		if (marked != chosen.size()) {
			throw new IllegalArgumentException(
					"%d of the %d chosen candidates are not on the longlist of this programme"
						.formatted(chosen.size() - marked, chosen.size()));
		}
		return marked;
	}

	/**
	 * Opens a partnership with each candidate retained, once, and starts its process.
	 * @return all partnerships of the shortlist
	 */
	public List<Partnership> openPartnerships(UUID programmeId) {
		Programme programme = this.programmes.get(programmeId);
		return this.candidates.shortlisted(programmeId)
			.stream()
			.map((candidate) -> this.transaction.execute((status) -> open(programme, candidate)))
			.toList();
	}

	private Partnership open(Programme programme, Candidate candidate) {
		UUID opened = this.jdbc.sql("select partnership_id from candidate where id = ? for update")
			.param(candidate.id())
			.query((row, number) -> row.getObject(1, UUID.class))
			.list()
			.getFirst();
		if (opened != null) {
			return this.partnerships.get(opened);
		}
		Organisation organisation = this.organisations.add(candidate.name(), candidate.website(), candidate.country(),
				candidate.language(), candidate.timeZone(), candidate.sector());
		Contact contact = candidate.contact();
		Person person = this.organisations.addPerson(organisation.id(), contact.name(), contact.email(),
				contact.role());
		if (!contact.detail().equals(ContactDetail.UNKNOWN) && this.details.of(person.id()).isEmpty()) {
			this.details.record(person.id(), "candidate:" + candidate.id(), contact.detail(), programme.owner());
		}
		Partnership partnership = this.partnerships.open(programme.id(), organisation.id(), person.id(),
				programme.partnershipType(), programme.owner());
		boolean first = this.jdbc.sql("select not exists (select 1 from candidate where partnership_id = ?)")
			.param(partnership.id())
			.query(Boolean.class)
			.single();
		this.jdbc.sql("update candidate set partnership_id = ? where id = ?")
			.params(partnership.id(), candidate.id())
			.update();
		if (first) {
			this.signals.send("partnership-opened", partnership.id(),
					Map.of("partnershipId", partnership.id().toString(), "programmeId", programme.id().toString(),
							"language", programme.language(), "owner", programme.owner()));
			this.timeline.note(partnership.id(), "opened:" + partnership.id(), "opened", programme.owner(),
					"Retenu dans le programme « " + programme.name() + " ».",
					"Shortlisted in the programme “" + programme.name() + "”.");
		}
		return partnership;
	}

}
