package org.binome.portal;

import java.nio.charset.StandardCharsets;

import org.binome.partner.InvalidLink;
import org.binome.partner.SignedLinks;
import org.binome.planning.Plans;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.stereotype.Controller;

/**
 * The plan for calendar programs, which come without a login: the address is the key.
 */
@Controller
class CalendarFeed {

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final SignedLinks links;

	private final Plans plans;

	CalendarFeed(SignedLinks links, Plans plans) {
		this.links = links;
		this.plans = plans;
	}

	@GetMapping("/calendar/{token}.ics")
	ResponseEntity<String> read(@PathVariable String token) {
		return ResponseEntity.ok().contentType(CALENDAR).body(this.plans.calendar(this.links.resolve(token)));
	}

	@ExceptionHandler
	ResponseEntity<Void> refused(InvalidLink refusal) {
		return ResponseEntity
			.status((refusal.reason() == InvalidLink.Reason.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.GONE)
			.build();
	}

}
