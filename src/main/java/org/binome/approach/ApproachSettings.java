package org.binome.approach;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we approach people.
 *
 * @param gestures how many gestures warm a relation enough to ask (REL-01)
 * @param gestureDays over how many days they must be spread
 * @param contactFrom when a contact window opens, in the partner's time (APP-01)
 * @param contactUntil when it closes
 * @param contactAtAnyTime sends at once, without regard to hours and holidays; for
 * demonstrations only
 * @param pause how long nobody of us writes to the same person again (APP-04)
 * @param mostContacts how often all of us together write to a person within the period
 * @param contactPeriod in which that is counted
 * @param attempts how often we ask at most (APP-15)
 * @param reapproachAfter when we ask again if nobody names a date
 * @param reapproachNoSoonerThan how soon we may ask again of our own accord
 * @param activity what our company does, by language, as it follows "we" (APP-10)
 */
@ConfigurationProperties("binome.approach")
public record ApproachSettings(@DefaultValue("3") int gestures, @DefaultValue("14") int gestureDays,
		@DefaultValue("09:00") LocalTime contactFrom, @DefaultValue("16:00") LocalTime contactUntil,
		@DefaultValue("false") boolean contactAtAnyTime, @DefaultValue("7d") Duration pause,
		@DefaultValue("2") int mostContacts, @DefaultValue("30d") Duration contactPeriod,
		@DefaultValue("3") int attempts, @DefaultValue("180d") Duration reapproachAfter,
		@DefaultValue("30d") Duration reapproachNoSoonerThan, Map<String, String> activity) {

	public ApproachSettings {
		if (!contactFrom.isBefore(contactUntil)) {
			throw new IllegalArgumentException("binome.approach.contact-from must be before contact-until");
		}
		if (mostContacts < 1) {
			throw new IllegalArgumentException("binome.approach.most-contacts must be 1 or more");
		}
		activity = (activity != null) ? Map.copyOf(activity) : Map.of();
	}

}
