package org.binome.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.binome.document.SealCheck.Result;

/**
 * What the latest validations of sealed documents found. The same bytes are valid as long
 * as their certificate is, so a finding is trusted for an hour and no longer.
 */
final class RecentChecks {

	static final Duration TRUSTED = Duration.ofHours(1);

	static final int KEPT = 500;

	private final Clock clock;

	private final Map<String, Found> found = new LinkedHashMap<>(16, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
			return size() > KEPT;
		}
	};

	RecentChecks(Clock clock) {
		this.clock = clock;
	}

	/**
	 * What was found lately, else what is found now.
	 * @param bytes fingerprint of everything the validation looks at
	 */
	Result of(String bytes, Supplier<Result> validation) {
		Instant now = this.clock.instant();
		synchronized (this.found) {
			Found recent = this.found.get(bytes);
			if (recent != null && now.isBefore(recent.at().plus(TRUSTED))) {
				return recent.result();
			}
		}
		Result result = validation.get();
		synchronized (this.found) {
			this.found.put(bytes, new Found(result, now));
		}
		return result;
	}

	private record Found(Result result, Instant at) {
	}

}
