package org.binome.approach;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.binome.gate.Gate;
import org.binome.gate.NothingToJudge;
import org.binome.gate.PolicyCheck;
import org.binome.gate.Verdict;
import org.binome.gate.WarmthPolicy;

import org.springframework.stereotype.Component;

/**
 * Gate <code>warmth</code> (REL-01). A gesture that has not happened yet doesn't count.
 */
@Component
class WarmthCheck implements PolicyCheck<WarmthPolicy.Facts> {

	private final Attempts attempts;

	private final Gestures gestures;

	private final ApproachSettings settings;

	private final Clock clock;

	WarmthCheck(Attempts attempts, Gestures gestures, ApproachSettings settings, Clock clock) {
		this.attempts = attempts;
		this.gestures = gestures;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Gate gate() {
		return Gate.WARMTH;
	}

	@Override
	public WarmthPolicy.Facts facts(UUID partnershipId) {
		if (this.attempts.of(partnershipId).isEmpty()) {
			throw new NothingToJudge("Aucune approche n’est commencée.", "No approach has begun.",
					"Notez d’abord les gestes envers ce partenaire.", "Note the gestures towards this partner first.");
		}
		Attempt attempt = this.attempts.latest(partnershipId);
		// wherever the person is, tomorrow in UTC may be today there
		LocalDate latest = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(1);
		List<LocalDate> made = this.gestures.of(partnershipId)
			.stream()
			.map(Gesture::on)
			.filter((day) -> !day.isAfter(latest))
			.toList();
		return new WarmthPolicy.Facts(made, this.settings.gestures(), this.settings.gestureDays(),
				attempt.mode() == Mode.COLD, attempt.coldReason());
	}

	@Override
	public Verdict judge(WarmthPolicy.Facts facts) {
		return WarmthPolicy.verdict(facts);
	}

}
