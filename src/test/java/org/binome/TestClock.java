package org.binome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * A clock that runs as usual, some time ahead.
 */
public class TestClock extends Clock {

	private volatile Duration ahead = Duration.ZERO;

	private volatile Instant fixed;

	private volatile Consumer<Duration> follower = (duration) -> {
	};

	/** Moves the clock on, and what follows it. */
	public void advance(Duration duration) {
		this.ahead = this.ahead.plus(duration);
		this.follower.accept(duration);
	}

	/** Another clock that moves on with this one. */
	public void follow(Consumer<Duration> follower) {
		this.follower = follower;
	}

	/**
	 * Stops the clock at this moment, whatever it was moved on before; null lets it run
	 * again, on time.
	 */
	public void stopAt(Instant instant) {
		this.ahead = Duration.ZERO;
		this.fixed = instant;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(instant(), zone);
	}

	@Override
	public Instant instant() {
		Instant now = this.fixed;
		return ((now != null) ? now : Instant.now()).plus(this.ahead);
	}

}
