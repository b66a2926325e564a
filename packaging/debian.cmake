# SPDX-License-Identifier: GPL-3.0-or-later
# `cpack -G DEB` in the build folder, or packaging/package.sh.
set(LOREDESK_PACKAGE_MAINTAINER "" CACHE STRING
    "Name <address> of who makes the package; by default that of DEBFULLNAME and DEBEMAIL")
set(maintainer "${LOREDESK_PACKAGE_MAINTAINER}")
if(NOT maintainer AND DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
    set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
elseif(NOT maintainer)
    set(maintainer "Loredesk packaging <loredesk@packages.invalid>")
endif()

set(CPACK_PACKAGE_NAME loredesk)
set(CPACK_PACKAGE_VENDOR "The Loredesk authors")
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desk for people who maintain software by mail")
# Each line of a Debian description starts with a space; cpack puts it there.
set(CPACK_PACKAGE_DESCRIPTION
"Loredesk opens a mailing-list archive on disk (public-inbox repositories
as lore.kernel.org publishes them, mbox files, maildirs, folders of
patches), finds the patch series in it and shows them: a tree of series
with their versions and review state, a viewer for commit messages and
diffs, charts of contributors, domains and activity, and a digest of any
range. The same engine runs from the command line, for cron and pipes.
.
It only ever reads an archive, never touches the network, and never
renders mail as HTML.")
set(CPACK_VERBATIM_VARIABLES TRUE)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES TRUE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${maintainer}")
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${LOREDESK_HOMEPAGE}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS TRUE)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION TRUE)
# The words of Qt's own dialogs, a font of even width, and what clones and refreshes an archive.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-dejavu-core, git")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "qt6-wayland, b4")

# What Debian alone wants: a copyright file, a changelog, and both of these and the man page as its policy has them.
configure_file(debian/copyright.in debian/copyright @ONLY)
configure_file(debian/changelog.in debian/changelog @ONLY)
configure_file(debian/finish.cmake.in debian/finish.cmake @ONLY)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_BINARY_DIR}/debian/finish.cmake)
include(CPack)
