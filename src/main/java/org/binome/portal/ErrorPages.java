package org.binome.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What people and programs get when something went wrong outside a controller: a page
 * with words for people, a problem detail (RFC 9457) for programs.
 */
@Controller
class ErrorPages implements ErrorController {

	@RequestMapping("/error")
	Object show(HttpServletRequest request) {
		HttpStatus status = status(request);
		String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		if (path != null && (path.startsWith("/api/") || path.startsWith("/v3/") || path.startsWith("/actuator"))) {
			return problem(status, (String) request.getAttribute(RequestDispatcher.ERROR_MESSAGE));
		}
		var page = new ModelAndView("error", status);
		page.addObject("status", status.value());
		page.addObject("kind", switch (status) {
			case FORBIDDEN -> "forbidden";
			case NOT_FOUND -> "unknown";
			case CONTENT_TOO_LARGE -> "tooLarge";
			default -> status.is4xxClientError() ? "request" : "server";
		});
		return page;
	}

	private static HttpStatus status(HttpServletRequest request) {
		Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code != null) ? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String message) {
		ProblemDetail problem = ProblemDetail.forStatus(status);
		if (status.is4xxClientError() && message != null && !message.isBlank()) {
			problem.setDetail(message);
		}
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
