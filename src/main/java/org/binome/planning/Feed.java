package org.binome.planning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A plan as calendar programs read it: one all-day event per action, each with an id that
 * stays when the plan is built again, so programs move events instead of doubling them.
 */
final class Feed {

	private final Calendar calendar = new Calendar();

	private final UUID partnershipId;

	private final String partner;

	private final String language;

	Feed(UUID partnershipId, String partner, String language) {
		this.partnershipId = partnershipId;
		this.partner = partner;
		this.language = language;
		this.calendar.add(new ProdId("-//Binome//Plan//" + language.toUpperCase(Locale.ROOT)));
		this.calendar.add(ImmutableVersion.VERSION_2_0);
		this.calendar.add(ImmutableCalScale.GREGORIAN);
		this.calendar.add(ImmutableMethod.PUBLISH);
		this.calendar.add(new XProperty("X-WR-CALNAME", partner));
	}

	/**
	 * Adds an action that has a date.
	 * @param changedAt when the action was last changed
	 */
	void add(PlannedAction action, String name, Instant changedAt) {
		VEvent event = new VEvent(false);
		event.add(new Uid(((action.templateKey() != null) ? this.partnershipId + "-" + action.templateKey()
				: action.id().toString()) + "@binome"));
		event.add(new DtStamp(changedAt.truncatedTo(ChronoUnit.SECONDS)));
		event.add(new DtStart<>(action.dueOn()));
		event.add(new DtEnd<>(action.dueOn().plusDays(1)));
		String done = "DONE".equals(action.state()) ? "✓ " : "";
		event.add(new Summary(done + name + " · " + this.partner));
		event.add(new Description(("fr".equals(this.language) ? "Responsable : " : "Owner: ") + action.owner()));
		event.add(new Status("DROPPED".equals(action.state()) ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
		event.add(new Transp("TRANSPARENT"));
		this.calendar.add(event);
	}

	String text() {
		return this.calendar.toString();
	}

}
